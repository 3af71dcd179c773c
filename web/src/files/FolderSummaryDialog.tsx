import { Modal, Stack } from "@mantine/core";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { answered, api } from "../api/client";
import type { Folder, FolderSummary } from "../api/names";
import { Asked } from "../app/Asked";
import { count, moment, size } from "../app/figures";
import { type Fact } from "../items/facts";
import { FactTable } from "../items/FactTable";
import { KIND_NAMES, KINDS } from "./kinds";

function summaryQuery(id: string) {
  return queryOptions({
    queryKey: ["folders", id, "summary"],
    queryFn: () => answered(api.GET("/api/v1/folders/{id}/summary", { params: { path: { id } } })),
  });
}

/** How much lies directly in a folder, and of what kinds. */
export function FolderSummaryDialog({ folder, onClose }: { folder: Folder; onClose: () => void }) {
  const summary = useQuery(summaryQuery(folder.id));
  return (
    <Modal opened onClose={onClose} title={`Summary of ${folder.name}`}>
      <Asked query={summary}>
        {(shown) => (
          <Stack>
            <FactTable facts={factsOf(folder, shown)} />
          </Stack>
        )}
      </Asked>
    </Modal>
  );
}

function factsOf(folder: Folder, { items, tombstones, folders, uploadJobs, bytes }: FolderSummary): Fact[] {
  const kinds = KIND_NAMES.filter((kind) => (items[kind] ?? 0) > 0);
  const all = kinds.reduce((sum, kind) => sum + (items[kind] ?? 0), 0);
  return [
    ["Items", count(all)],
    ...kinds.map((kind) => [KINDS[kind].plural, count(items[kind] ?? 0)] as Fact),
    ["Size of all objects", size(bytes)],
    ...(tombstones > 0 ? [["Items whose objects are gone", count(tombstones)] as Fact] : []),
    ["Folders", count(folders)],
    ["Uploads", count(uploadJobs)],
    ["Made", moment(folder.createdAt)],
  ];
}
