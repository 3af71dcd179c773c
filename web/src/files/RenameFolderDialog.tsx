import { useMutation } from "@tanstack/react-query";
import { answered, api } from "../api/client";
import type { Folder } from "../api/names";
import { NameDialog } from "../app/NameDialog";
import { useFreshFolders } from "./folders";

export function RenameFolderDialog({ folder, onClose }: { folder: Folder; onClose: () => void }) {
  const refresh = useFreshFolders();
  const renaming = useMutation({
    mutationFn: (name: string) =>
      answered(api.PATCH("/api/v1/folders/{id}", { params: { path: { id: folder.id } }, body: { name } })),
    onSuccess: async () => {
      await refresh();
      onClose();
    },
    meta: { isToldInPlace: true },
  });
  return (
    <NameDialog
      title="Rename folder"
      verb="Rename"
      name={folder.name}
      error={renaming.error}
      isPending={renaming.isPending}
      onName={renaming.mutate}
      onClose={onClose}
    />
  );
}
