import { Button, Stack, Text, Title } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { Item } from "../api/names";
import { resultsOf } from "../api/pages";
import { moment } from "../app/figures";
import { Trouble } from "../app/Trouble";
import { changesOf, pastMetadataQuery, shortly } from "./pastMetadata";

/** Who changed an item's metadata, when and how. Nothing where nobody did. */
export function History({ item }: { item: Item }) {
  const past = useInfiniteQuery(pastMetadataQuery(item.id));
  const before = resultsOf(past.data);
  if (past.isError) {
    return <Trouble error={past.error} again={past.refetch} />;
  }
  if (before.length === 0) {
    return null;
  }
  return (
    <Stack gap="xs">
      <Title order={2}>History</Title>
      <Stack component="ol" gap="xs" m={0} p={0} style={{ listStyle: "none" }}>
        {before.map(({ replacedAt, replacedBy, jobId, clientMetadata }, version) => (
          <li key={replacedAt}>
            <Text size="xs" c="dimmed">
              {moment(replacedAt)} · {replacedBy ?? "somebody who is gone"}
              {jobId === null ? "" : " · by an upload"}
            </Text>
            {changesOf(clientMetadata, before[version - 1]?.clientMetadata ?? item.clientMetadata).map((change) => (
              <Text key={change.key} size="sm" style={{ overflowWrap: "anywhere" }}>
                <b>{change.key}</b>: {shortly(change.before)} → {shortly(change.after)}
              </Text>
            ))}
          </li>
        ))}
      </Stack>
      {past.hasNextPage && (
        <Button size="xs" variant="default" loading={past.isFetchingNextPage} onClick={() => void past.fetchNextPage()}>
          Earlier
        </Button>
      )}
    </Stack>
  );
}
