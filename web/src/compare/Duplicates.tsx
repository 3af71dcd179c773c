import { Button, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Copy, Library } from "lucide-react";
import { useState } from "react";
import { resultsOf } from "../api/pages";
import { Empty } from "../app/Empty";
import { counted } from "../app/figures";
import { Trouble } from "../app/Trouble";
import { Waiting } from "../app/Waiting";
import { CollectDialog } from "../collections/CollectDialog";
import { requestFor } from "../explore/exploreSearch";
import { type CompareSearch, PIXELS } from "./compareSearch";
import { duplicatesQuery, restOf } from "./comparisons";
import { DuplicateGroup } from "./DuplicateGroup";

/** Groups of near duplicates. Of each one item is kept, the first unless another is chosen; the others are collected or deleted. */
export function Duplicates({ search }: { search: CompareSearch }) {
  const duplicates = useInfiniteQuery(duplicatesQuery(search));
  const [kept, setKept] = useState<Record<string, string>>({});
  const [isCollecting, collecting] = useDisclosure(false);
  const groups = resultsOf(duplicates.data);
  const first = duplicates.data?.pages[0];
  const rest = groups.flatMap((group) => restOf(group, keptOf(group.items[0]?.id ?? "")));

  function keptOf(group: string): string {
    return kept[group] ?? group;
  }

  if (duplicates.isError) {
    return <Trouble error={duplicates.error} again={duplicates.refetch} />;
  }
  if (first === undefined) {
    return <Waiting what="Comparing" />;
  }
  if (first.total === 0) {
    return (
      <Empty icon={Copy} title="Nothing is nearly the same">
        {counted(first.compared, "item")} {first.compared === 1 ? "was" : "were"} compared.
        {search.by === undefined && " Pictures can be compared once they were measured."}
      </Empty>
    );
  }
  return (
    <Stack>
      <Group justify="space-between">
        <Text size="sm" c="dimmed" role="status">
          {counted(first.total, "group")} among {counted(first.compared, "item")}
          {first.precision === "estimated" && "; a few may be missing"}
        </Text>
        <Button size="xs" variant="default" leftSection={<Library size={14} />} onClick={collecting.open}>
          Collect all but those that are kept
        </Button>
      </Group>
      {groups.map((group) => {
        const id = group.items[0]?.id ?? "";
        return (
          <DuplicateGroup
            key={id}
            group={group}
            by={search.by ?? PIXELS}
            kept={keptOf(id)}
            onKeep={(item) => setKept({ ...kept, [id]: item })}
          />
        );
      })}
      {duplicates.hasNextPage && (
        <Button
          variant="default"
          loading={duplicates.isFetchingNextPage}
          onClick={() => void duplicates.fetchNextPage()}
        >
          More groups
        </Button>
      )}
      {isCollecting && (
        <CollectDialog search={requestFor(rest.map(({ id }) => id))} items={rest.length} onClose={collecting.close} />
      )}
    </Stack>
  );
}
