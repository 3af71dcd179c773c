import { Box, Button, Group, ScrollArea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { FolderPlus, Upload } from "lucide-react";
import { Asked } from "../app/Asked";
import { PageFrame } from "../app/PageFrame";
import { SyncPanel } from "../syncs/SyncPanel";
import { UploadDialog } from "../uploads/UploadDialog";
import { FolderContents } from "./FolderContents";
import { FolderMenu } from "./FolderMenu";
import { FolderPath } from "./FolderPath";
import { FolderTree } from "./FolderTree";
import classes from "./FilesPage.module.css";
import { folderQuery } from "./folders";
import { NewFolderDialog } from "./NewFolderDialog";
import { TopFolders } from "./TopFolders";

const folderRoute = getRouteApi("/inside/files/$folderId");

/** The folders at the top. */
export function TopPage() {
  return (
    <WithTree shown={undefined}>
      <PageFrame title="Files" actions={<FileActions folder={undefined} />}>
        <TopFolders />
      </PageFrame>
    </WithTree>
  );
}

export function FolderPage() {
  const { folderId } = folderRoute.useParams();
  const folder = useQuery(folderQuery(folderId));
  return (
    <WithTree shown={folderId}>
      <PageFrame
        title={folder.data?.name ?? "Folder"}
        path={<FolderPath folder={folderId} />}
        actions={
          folder.data && (
            <>
              {folder.data.role === "admin" && <FileActions folder={folderId} isSynced={folder.data.sync !== null} />}
              <FolderMenu folder={folder.data} />
            </>
          )
        }
      >
        <Asked query={folder}>
          {(shown) => (
            <>
              {shown.sync !== null && <SyncPanel key={shown.id} folder={shown} sync={shown.sync} />}
              <FolderContents key={shown.id} folder={shown} />
            </>
          )}
        </Asked>
      </PageFrame>
    </WithTree>
  );
}

function WithTree({ shown, children }: { shown: string | undefined; children: React.ReactNode }) {
  return (
    <div className={classes["frame"]}>
      <ScrollArea className={classes["tree"]} visibleFrom="md" type="auto">
        <Box p="xs">
          <FolderTree shown={shown} />
        </Box>
      </ScrollArea>
      <div className={classes["content"]}>{children}</div>
    </div>
  );
}

function FileActions({ folder, isSynced = false }: { folder: string | undefined; isSynced?: boolean }) {
  const [isNaming, naming] = useDisclosure(false);
  const [isUploading, uploading] = useDisclosure(false);
  return (
    <Group gap="xs">
      <Button variant="default" leftSection={<FolderPlus size={16} />} onClick={naming.open}>
        New folder
      </Button>
      {!isSynced && (
        <Button leftSection={<Upload size={16} />} onClick={uploading.open}>
          Upload files
        </Button>
      )}
      {isNaming && <NewFolderDialog parent={folder} onClose={naming.close} />}
      {isUploading && <UploadDialog folder={folder} onClose={uploading.close} />}
    </Group>
  );
}
