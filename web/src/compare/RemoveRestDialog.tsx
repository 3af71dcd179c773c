import { useMutation } from "@tanstack/react-query";
import { api } from "../api/client";
import type { ComparedItem } from "../api/names";
import { counted } from "../app/figures";
import { ConfirmDialog } from "../app/ConfirmDialog";
import { useFreshFolders } from "../files/folders";

/** More are counted. */
const SHOWN = 5;

/** Deletes items, folder by folder. Objects in storage are not touched. */
export function RemoveRestDialog({ items, onClose }: { items: ComparedItem[]; onClose: () => void }) {
  const refresh = useFreshFolders();
  const removing = useMutation({
    mutationFn: async () => {
      for (const folder of new Set(items.map(({ folderId }) => folderId))) {
        const some = items.filter(({ folderId }) => folderId === folder);
        await api.POST("/api/v1/folders/{id}/items/remove", {
          params: { path: { id: folder } },
          body: { items: some.map(({ id }) => id) },
        });
      }
    },
    onSettled: refresh,
    onSuccess: onClose,
    meta: { isToldInPlace: true },
  });
  return (
    <ConfirmDialog
      title={`Delete ${counted(items.length, "item")}`}
      verb="Delete"
      error={removing.error}
      isPending={removing.isPending}
      onConfirm={removing.mutate}
      onClose={onClose}
    >
      {named(items)} {items.length === 1 ? "is" : "are"} not registered any more, with what people said of{" "}
      {items.length === 1 ? "it" : "them"}. What lies in your cloud storage stays as it is.
    </ConfirmDialog>
  );
}

function named(items: ComparedItem[]): string {
  const shown = items.slice(0, SHOWN).map(({ title }) => title);
  const others = items.length - shown.length;
  return others > 0 ? `${shown.join(", ")} and ${counted(others, "other")}` : shown.join(", ");
}
