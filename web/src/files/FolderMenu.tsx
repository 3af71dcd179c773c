import { ActionIcon, Menu } from "@mantine/core";
import { Ellipsis, FolderInput, PencilLine, Trash2, UsersRound } from "lucide-react";
import { useState } from "react";
import type { Folder } from "../api/names";
import { MoveFolderDialog } from "./MoveFolderDialog";
import { RemoveFolderDialog } from "./RemoveFolderDialog";
import { RenameFolderDialog } from "./RenameFolderDialog";
import { ShareFolderDialog } from "./ShareFolderDialog";

const DIALOGS = {
  share: ShareFolderDialog,
  rename: RenameFolderDialog,
  move: MoveFolderDialog,
  remove: RemoveFolderDialog,
};

/** What its administrators can do with a folder. */
export function FolderMenu({ folder }: { folder: Folder }) {
  const [chosen, setChosen] = useState<keyof typeof DIALOGS>();
  const Dialog = chosen === undefined ? undefined : DIALOGS[chosen];
  if (folder.role !== "admin") {
    return null;
  }
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={34} aria-label="More about this folder">
            <Ellipsis size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<UsersRound size={16} />} onClick={() => setChosen("share")}>
            Share
          </Menu.Item>
          <Menu.Item leftSection={<PencilLine size={16} />} onClick={() => setChosen("rename")}>
            Rename
          </Menu.Item>
          <Menu.Item leftSection={<FolderInput size={16} />} onClick={() => setChosen("move")}>
            Move
          </Menu.Item>
          <Menu.Item color="red" leftSection={<Trash2 size={16} />} onClick={() => setChosen("remove")}>
            Delete folder
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {Dialog !== undefined && <Dialog folder={folder} onClose={() => setChosen(undefined)} />}
    </>
  );
}
