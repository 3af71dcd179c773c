import { ActionIcon, Button, Group, Menu, Modal, Stack, Text } from "@mantine/core";
import { Ellipsis, PencilLine, Trash2 } from "lucide-react";
import { useState } from "react";
import type { Collection } from "../api/names";
import { NameDialog } from "../app/NameDialog";
import { Trouble } from "../app/Trouble";
import { useCollectionName, useCollectionRemoval } from "./collections";

interface DialogProps {
  collection: Collection;
  onClose: () => void;
}

const DIALOGS = { rename: RenameDialog, remove: RemoveDialog };

/** What the administrators of its folder can do with a collection. */
export function CollectionMenu({ collection }: { collection: Collection }) {
  const [chosen, setChosen] = useState<keyof typeof DIALOGS>();
  const Dialog = chosen === undefined ? undefined : DIALOGS[chosen];
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={`More about ${collection.name}`}>
            <Ellipsis size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<PencilLine size={16} />} onClick={() => setChosen("rename")}>
            Rename
          </Menu.Item>
          <Menu.Item color="red" leftSection={<Trash2 size={16} />} onClick={() => setChosen("remove")}>
            Delete collection
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {Dialog !== undefined && <Dialog collection={collection} onClose={() => setChosen(undefined)} />}
    </>
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
    <Modal opened onClose={onClose} title={`Delete ${collection.name}`}>
      <Stack>
        {removing.isError && <Trouble error={removing.error} />}
        <Text size="sm">Its items stay where they are.</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            color="red"
            loading={removing.isPending}
            onClick={() => removing.mutate(undefined, { onSuccess: onClose })}
          >
            Delete
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
