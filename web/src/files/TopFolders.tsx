import { useQuery } from "@tanstack/react-query";
import { FolderPlus } from "lucide-react";
import { Asked } from "../app/Asked";
import { Empty } from "../app/Empty";
import { FolderList } from "./FolderList";
import { foldersQuery } from "./folders";

export function TopFolders() {
  const folders = useQuery(foldersQuery(undefined));
  return (
    <Asked query={folders}>
      {(found) =>
        found.length === 0 ? (
          <Empty icon={FolderPlus} title="No folders yet">
            Files live in folders. Make one, then use <b>Upload files</b> to register what lies in your cloud storage.
          </Empty>
        ) : (
          <FolderList folders={found} />
        )
      }
    </Asked>
  );
}
