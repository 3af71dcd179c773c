import { FolderInput, PencilLine, Sigma, Trash2, UsersRound } from "lucide-react";
import type { Folder } from "../api/names";
import { type MenuChoice, MoreMenu } from "../app/MoreMenu";
import { FolderSummaryDialog } from "./FolderSummaryDialog";
import { MoveFolderDialog } from "./MoveFolderDialog";
import { RemoveFolderDialog } from "./RemoveFolderDialog";
import { RenameFolderDialog } from "./RenameFolderDialog";
import { ShareFolderDialog } from "./ShareFolderDialog";

const FOR_ALL: MenuChoice<{ folder: Folder }>[] = [
  { label: "Summary", icon: Sigma, dialog: FolderSummaryDialog },
  { label: "Share", icon: UsersRound, dialog: ShareFolderDialog },
];

const FOR_ADMINISTRATORS: MenuChoice<{ folder: Folder }>[] = [
  ...FOR_ALL,
  { label: "Rename", icon: PencilLine, dialog: RenameFolderDialog },
  { label: "Move", icon: FolderInput, dialog: MoveFolderDialog },
  { label: "Delete folder", icon: Trash2, isGrave: true, dialog: RemoveFolderDialog },
];

/** What can be done with a folder; most of it by its administrators. */
export function FolderMenu({ folder }: { folder: Folder }) {
  return (
    <MoreMenu
      about="this folder"
      subject={{ folder }}
      choices={folder.role === "admin" ? FOR_ADMINISTRATORS : FOR_ALL}
      button={{ variant: "default", size: 34 }}
    />
  );
}
