import { Button, Center, Table, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { resultsOf } from "../api/pages";
import { Trouble } from "../app/Trouble";
import { Waiting } from "../app/Waiting";
import { failuresQuery } from "./jobs";

/** What failed of a job, in the order of its manifest. */
export function FailureTable({ job }: { job: string }) {
  const failures = useInfiniteQuery(failuresQuery(job));
  if (failures.isPending) {
    return <Waiting />;
  }
  if (failures.isError) {
    return <Trouble error={failures.error} again={failures.refetch} />;
  }
  return (
    <>
      <Table.ScrollContainer minWidth={720}>
        <Table fz="sm" verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={64}>Line</Table.Th>
              <Table.Th>Object</Table.Th>
              <Table.Th>Code</Table.Th>
              <Table.Th>Why</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {resultsOf(failures.data).map((failure) => (
              <Table.Tr key={failure.subtaskUuid}>
                <Table.Td>{failure.line}</Table.Td>
                <Table.Td style={{ overflowWrap: "anywhere" }}>
                  {failure.title ?? failure.objectUrls.join(", ")}
                </Table.Td>
                <Table.Td className="mono">{failure.code}</Table.Td>
                <Table.Td>
                  {failure.message}
                  {failure.retryable && (
                    <Text size="xs" c="dimmed">
                      Trying again may help.
                    </Text>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {failures.hasNextPage && (
        <Center>
          <Button variant="default" loading={failures.isFetchingNextPage} onClick={() => void failures.fetchNextPage()}>
            Show more
          </Button>
        </Center>
      )}
    </>
  );
}
