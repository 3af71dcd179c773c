import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import type { Folder } from "../api/names";
import { Trouble } from "../app/Trouble";
import { useRemoval } from "./folders";

export function RemoveFolderDialog({ folder, onClose }: { folder: Folder; onClose: () => void }) {
  const removal = useRemoval();
  const navigate = useNavigate();

  function remove() {
    removal.mutate(folder.id, {
      onSuccess: () => {
        void navigate(
          folder.parentId === null
            ? { to: "/files" }
            : { to: "/files/$folderId", params: { folderId: folder.parentId } },
        );
      },
    });
  }

  return (
    <Modal opened onClose={onClose} title={`Delete ${folder.name}?`}>
      <Stack>
        {removal.isError && <Trouble error={removal.error} />}
        <Text size="sm">
          The folder goes with the folders below it and all their items. What lies in your cloud storage stays as it is.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button color="red" loading={removal.isPending} onClick={remove} data-autofocus>
            Delete
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
