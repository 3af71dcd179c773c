import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { api } from "../api/client";
import { counted } from "../app/figures";
import { Trouble } from "../app/Trouble";
import { useFreshFolders } from "./folders";

interface RemoveItemsDialogProps {
  folder: string;
  items: string[];
  onClose: () => void;
  onRemoved: () => void;
}

export function RemoveItemsDialog({ folder, items, onClose, onRemoved }: RemoveItemsDialogProps) {
  const refresh = useFreshFolders();
  const removing = useMutation({
    mutationFn: () =>
      api.POST("/api/v1/folders/{id}/items/remove", { params: { path: { id: folder } }, body: { items } }),
    onSuccess: () => {
      onRemoved();
      onClose();
      return refresh();
    },
    meta: { isToldInPlace: true },
  });
  return (
    <Modal opened onClose={onClose} title={`Delete ${counted(items.length, "item")}?`}>
      <Stack>
        {removing.isError && <Trouble error={removing.error} />}
        <Text size="sm">What lies in your cloud storage stays as it is.</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button color="red" loading={removing.isPending} onClick={() => removing.mutate()} data-autofocus>
            Delete
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
