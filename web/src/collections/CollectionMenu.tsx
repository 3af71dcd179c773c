import { PencilLine, Trash2 } from "lucide-react";
import type { Collection } from "../api/names";
import { ConfirmDialog } from "../app/ConfirmDialog";
import { MoreMenu } from "../app/MoreMenu";
import { NameDialog } from "../app/NameDialog";
import { useCollectionName, useCollectionRemoval } from "./collections";

interface DialogProps {
  collection: Collection;
  onClose: () => void;
}

/** What the administrators of its folder can do with a collection. */
export function CollectionMenu({ collection }: { collection: Collection }) {
  return (
    <MoreMenu
      about={collection.name}
      subject={{ collection }}
      choices={[
        { label: "Rename", icon: PencilLine, dialog: RenameDialog },
        { label: "Delete collection", icon: Trash2, isGrave: true, dialog: RemoveDialog },
      ]}
    />
  );
}

function RenameDialog({ collection, onClose }: DialogProps) {
  const renaming = useCollectionName(collection);
  return (
    <NameDialog
      title="Rename collection"
      verb="Rename"
      name={collection.name}
      error={renaming.error}
      isPending={renaming.isPending}
      onName={(name) => renaming.mutate(name, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

function RemoveDialog({ collection, onClose }: DialogProps) {
  const removing = useCollectionRemoval(collection);
  return (
    <ConfirmDialog
      title={`Delete ${collection.name}`}
      verb="Delete"
      error={removing.error}
      isPending={removing.isPending}
      onConfirm={() => removing.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      Its items stay where they are.
    </ConfirmDialog>
  );
}
