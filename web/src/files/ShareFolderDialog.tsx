import type { Folder } from "../api/names";
import { SharingDialog } from "../sharing/SharingDialog";

export function ShareFolderDialog({ folder, onClose }: { folder: Folder; onClose: () => void }) {
  return (
    <SharingDialog
      shared={{ kind: "folders", id: folder.id }}
      title={`Share ${folder.name}`}
      about="Users see the folder and all below it, administrators change it. Roles of the folders above hold here, too."
      isReadOnly={folder.role !== "admin"}
      onClose={onClose}
    />
  );
}
