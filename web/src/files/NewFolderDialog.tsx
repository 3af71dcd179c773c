import { useNavigate } from "@tanstack/react-router";
import { NameDialog } from "../app/NameDialog";
import { useNewFolder } from "./folders";

export function NewFolderDialog({ parent, onClose }: { parent: string | undefined; onClose: () => void }) {
  const navigate = useNavigate();
  const creating = useNewFolder(parent);

  function create(name: string) {
    creating.mutate(name, {
      onSuccess: (folder) => {
        onClose();
        void navigate({ to: "/files/$folderId", params: { folderId: folder.id } });
      },
    });
  }

  return (
    <NameDialog
      title="New folder"
      verb="Create"
      error={creating.error}
      isPending={creating.isPending}
      onName={create}
      onClose={onClose}
    />
  );
}
