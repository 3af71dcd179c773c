import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { api } from "../api/client";
import type { ComparedItem } from "../api/names";
import { counted } from "../app/figures";
import { Trouble } from "../app/Trouble";
import { useFreshFolders } from "../files/folders";

/** Deletes items, folder by folder. Objects in storage are not touched. */
export function RemoveRestDialog({ items, onClose }: { items: ComparedItem[]; onClose: () => void }) {
  const refresh = useFreshFolders();
  const removing = useMutation({
    mutationFn: async () => {
      for (const folder of new Set(items.map(({ folderId }) => folderId))) {
        const some = items.filter(({ folderId }) => folderId === folder);
        await api.POST("/api/v1/folders/{id}/items/remove", {
          params: { path: { id: folder } },
          body: { items: some.map(({ id }) => id) },
        });
      }
    },
    onSettled: refresh,
    onSuccess: onClose,
    meta: { isToldInPlace: true },
  });
  return (
    <Modal opened onClose={onClose} title={`Delete ${counted(items.length, "item")}`}>
      <Stack>
        {removing.isError && <Trouble error={removing.error} />}
        <Text size="sm">They are not registered any more, with what people said of them. Objects in storage stay.</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button color="red" loading={removing.isPending} onClick={() => removing.mutate()}>
            Delete
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
