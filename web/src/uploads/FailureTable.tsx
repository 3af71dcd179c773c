import { Table, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { UnitFailure } from "../api/names";
import { AskedPages } from "../app/AskedPages";
import { failuresQuery } from "./jobs";

/** What failed of a job, in the order of its manifest. */
export function FailureTable({ job }: { job: string }) {
  const failures = useInfiniteQuery(failuresQuery(job));
  return (
    <AskedPages query={failures} empty={null}>
      {(found) => (
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
              {found.map((failure) => (
                <FailureRow key={failure.subtaskUuid} failure={failure} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </AskedPages>
  );
}

function FailureRow({ failure }: { failure: UnitFailure }) {
  return (
    <Table.Tr>
      <Table.Td>{failure.line}</Table.Td>
      <Table.Td style={{ overflowWrap: "anywhere" }}>{failure.title ?? failure.objectUrls.join(", ")}</Table.Td>
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
  );
}
