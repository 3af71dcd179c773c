import { useNavigate } from "@tanstack/react-router";
import type { Folder } from "../api/names";
import { ConfirmDialog } from "../app/ConfirmDialog";
import { useRemoval } from "./folders";

export function RemoveFolderDialog({ folder, onClose }: { folder: Folder; onClose: () => void }) {
  const removal = useRemoval();
  const navigate = useNavigate();

  function remove() {
    removal.mutate(folder.id, {
      onSuccess: () => {
        void navigate(
          folder.parentId === null
            ? { to: "/files" }
            : { to: "/files/$folderId", params: { folderId: folder.parentId } },
        );
      },
    });
  }

  return (
    <ConfirmDialog
      title={`Delete ${folder.name}?`}
      verb="Delete"
      error={removal.error}
      isPending={removal.isPending}
      onConfirm={remove}
      onClose={onClose}
    >
      The folder goes with the folders below it and all their items. What lies in your cloud storage stays as it is.
    </ConfirmDialog>
  );
}
