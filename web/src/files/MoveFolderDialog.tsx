import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api/client";
import type { Folder } from "../api/names";
import { Trouble } from "../app/Trouble";
import { useFreshFolders } from "./folders";
import { FolderSelect } from "./FolderSelect";

export function MoveFolderDialog({ folder, onClose }: { folder: Folder; onClose: () => void }) {
  const [into, setInto] = useState<string | null>(null);
  const refresh = useFreshFolders();
  const moving = useMutation({
    mutationFn: (parentId: string | null) =>
      api.POST("/api/v1/folders/move", { body: { folders: [folder.id], parentId } }),
    onSuccess: async () => {
      await refresh();
      onClose();
    },
    meta: { isToldInPlace: true },
  });
  return (
    <Modal opened onClose={onClose} title={`Move ${folder.name}`}>
      <Stack>
        {moving.isError && <Trouble error={moving.error} />}
        <Text size="sm">It goes with the folders below it and all their items.</Text>
        <FolderSelect label="Into folder" value={into} onChange={setInto} />
        <Group justify="space-between">
          <Button
            variant="default"
            disabled={folder.parentId === null}
            loading={moving.isPending}
            onClick={() => moving.mutate(null)}
          >
            To the top
          </Button>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button
              disabled={into === null}
              loading={moving.isPending}
              onClick={() => into !== null && moving.mutate(into)}
            >
              Move
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  );
}
