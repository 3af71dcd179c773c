import { Anchor, Breadcrumbs, Button, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { Link2, Trash2, Upload, UsersRound } from "lucide-react";
import type { Dataset } from "../api/names";
import { Asked } from "../app/Asked";
import { ConfirmDialog } from "../app/ConfirmDialog";
import { PageFrame } from "../app/PageFrame";
import { useChange } from "../app/useChange";
import { folderQuery } from "../files/folders";
import { useWhoIsHere } from "../session/session";
import { SharingDialog } from "../sharing/SharingDialog";
import { UploadDialog } from "../uploads/UploadDialog";
import { DataRows } from "./DataRows";
import { datasetQuery, removeDataset } from "./datasets";
import { LinkFolderDialog } from "./LinkFolderDialog";

const route = getRouteApi("/inside/datasets/$datasetId");

/** One dataset: its rows, and how more of them come. */
export function DatasetPage() {
  const { datasetId } = route.useParams();
  const user = useWhoIsHere();
  const dataset = useQuery(datasetQuery(datasetId));
  const mayChange = user.admin || dataset.data?.role === "admin";
  return (
    <PageFrame
      title={dataset.data?.title ?? "Dataset"}
      path={
        <Breadcrumbs component="nav" aria-label="Datasets" separatorMargin={6}>
          <Anchor component={Link} to="/datasets" size="sm">
            Datasets
          </Anchor>
        </Breadcrumbs>
      }
      actions={
        dataset.data && (
          <>
            {mayChange && <AddActions dataset={dataset.data} />}
            <ShareAction dataset={dataset.data} mayChange={mayChange} />
            {mayChange && <RemoveAction dataset={dataset.data} />}
          </>
        )
      }
    >
      <Asked query={dataset}>
        {(shown) => (
          <>
            <About dataset={shown} />
            <DataRows key={shown.id} dataset={shown} mayChange={mayChange} />
          </>
        )}
      </Asked>
    </PageFrame>
  );
}

function About({ dataset }: { dataset: Dataset }) {
  return (
    <>
      {dataset.description !== "" && <Text size="sm">{dataset.description}</Text>}
      {dataset.folderId !== null && <Mirrored folder={dataset.folderId} />}
    </>
  );
}

function Mirrored({ folder }: { folder: string }) {
  const name = useQuery(folderQuery(folder)).data?.name;
  return (
    <Text size="sm" c="dimmed">
      Its rows are what lies in the folder{" "}
      <Anchor component={Link} to={`/files/${folder}`} size="sm" underline="always">
        {name ?? "of its own"}
      </Anchor>
      .
    </Text>
  );
}

function AddActions({ dataset }: { dataset: Dataset }) {
  const [isLinking, linking] = useDisclosure(false);
  const [isUploading, uploading] = useDisclosure(false);
  return (
    <>
      {dataset.folderId === null && (
        <Button variant="default" leftSection={<Link2 size={16} />} onClick={linking.open}>
          Link a folder's items
        </Button>
      )}
      <Button leftSection={<Upload size={16} />} onClick={uploading.open}>
        Upload files
      </Button>
      {isLinking && <LinkFolderDialog dataset={dataset} onClose={linking.close} />}
      {isUploading && (
        <UploadDialog
          folder={dataset.folderId ?? undefined}
          {...(dataset.folderId === null ? { dataset: dataset.id } : {})}
          onClose={uploading.close}
        />
      )}
    </>
  );
}

function ShareAction({ dataset, mayChange }: { dataset: Dataset; mayChange: boolean }) {
  const [isSharing, sharing] = useDisclosure(false);
  return (
    <>
      <Button variant="default" leftSection={<UsersRound size={16} />} onClick={sharing.open}>
        Share
      </Button>
      {isSharing && (
        <SharingDialog
          shared={{ kind: "datasets", id: dataset.id }}
          title={`Share ${dataset.title}`}
          about={
            dataset.folderId === null
              ? "Users see which items it has, administrators change that. To open an item takes a role in its folder."
              : "Users see which items it has, administrators also remove it. Its folder is shared separately."
          }
          isReadOnly={!mayChange}
          onClose={sharing.close}
        />
      )}
    </>
  );
}

function RemoveAction({ dataset }: { dataset: Dataset }) {
  const [isRemoving, removing] = useDisclosure(false);
  return (
    <>
      <Button variant="default" color="red" leftSection={<Trash2 size={16} />} onClick={removing.open}>
        Remove
      </Button>
      {isRemoving && <RemoveDialog dataset={dataset} onClose={removing.close} />}
    </>
  );
}

function RemoveDialog({ dataset, onClose }: { dataset: Dataset; onClose: () => void }) {
  const navigate = useNavigate();
  const removing = useChange(removeDataset, ["datasets", "found"], () => void navigate({ to: "/datasets" }));
  return (
    <ConfirmDialog
      title={`Remove ${dataset.title}?`}
      verb="Remove"
      error={removing.error}
      isPending={removing.isPending}
      onConfirm={() => removing.mutate(dataset)}
      onClose={onClose}
    >
      {dataset.folderId === null
        ? "Its items stay where they are."
        : "Its folder stays with all items, as an ordinary one."}
    </ConfirmDialog>
  );
}
