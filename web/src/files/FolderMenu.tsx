import { ActionIcon, Menu } from "@mantine/core";
import { Ellipsis, FolderInput, PencilLine, Sigma, Trash2, UsersRound } from "lucide-react";
import { useState } from "react";
import type { Folder } from "../api/names";
import { FolderSummaryDialog } from "./FolderSummaryDialog";
import { MoveFolderDialog } from "./MoveFolderDialog";
import { RemoveFolderDialog } from "./RemoveFolderDialog";
import { RenameFolderDialog } from "./RenameFolderDialog";
import { ShareFolderDialog } from "./ShareFolderDialog";

const DIALOGS = {
  summary: FolderSummaryDialog,
  share: ShareFolderDialog,
  rename: RenameFolderDialog,
  move: MoveFolderDialog,
  remove: RemoveFolderDialog,
};

/** What can be done with a folder; most of it by its administrators. */
export function FolderMenu({ folder }: { folder: Folder }) {
  const [chosen, setChosen] = useState<keyof typeof DIALOGS>();
  const Dialog = chosen === undefined ? undefined : DIALOGS[chosen];
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={34} aria-label="More about this folder">
            <Ellipsis size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Sigma size={16} />} onClick={() => setChosen("summary")}>
            Summary
          </Menu.Item>
          <Menu.Item leftSection={<UsersRound size={16} />} onClick={() => setChosen("share")}>
            Share
          </Menu.Item>
          {folder.role === "admin" && (
            <>
              <Menu.Item leftSection={<PencilLine size={16} />} onClick={() => setChosen("rename")}>
                Rename
              </Menu.Item>
              <Menu.Item leftSection={<FolderInput size={16} />} onClick={() => setChosen("move")}>
                Move
              </Menu.Item>
              <Menu.Item color="red" leftSection={<Trash2 size={16} />} onClick={() => setChosen("remove")}>
                Delete folder
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {Dialog !== undefined && <Dialog folder={folder} onClose={() => setChosen(undefined)} />}
    </>
  );
}
