import { Button, Group, Modal, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type SyntheticEvent, useState } from "react";
import { api } from "../api/client";
import { counted } from "../app/figures";
import { Trouble } from "../app/Trouble";
import { useFreshFolders } from "./folders";
import { FolderSelect } from "./FolderSelect";

interface MoveItemsDialogProps {
  folder: string;
  items: string[];
  onClose: () => void;
  onMoved: () => void;
}

export function MoveItemsDialog({ folder, items, onClose, onMoved }: MoveItemsDialogProps) {
  const [into, setInto] = useState<string | null>(null);
  const refresh = useFreshFolders();
  const moving = useMutation({
    mutationFn: (toFolderId: string) =>
      api.POST("/api/v1/folders/{id}/items/move", { params: { path: { id: folder } }, body: { items, toFolderId } }),
    onSuccess: () => {
      onMoved();
      onClose();
      return refresh();
    },
    meta: { isToldInPlace: true },
  });

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (into !== null) {
      moving.mutate(into);
    }
  }

  return (
    <Modal opened onClose={onClose} title={`Move ${counted(items.length, "item")}`}>
      <form onSubmit={submit}>
        <Stack>
          {moving.isError && <Trouble error={moving.error} />}
          <FolderSelect label="Into folder" value={into} onChange={setInto} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" disabled={into === null} loading={moving.isPending}>
              Move
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
