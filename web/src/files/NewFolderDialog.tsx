import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type SyntheticEvent, useState } from "react";
import { Trouble } from "../app/Trouble";
import { useNewFolder } from "./folders";

export function NewFolderDialog({ parent, onClose }: { parent: string | undefined; onClose: () => void }) {
  const [name, setName] = useState("");
  const navigate = useNavigate();
  const creating = useNewFolder(parent);

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    creating.mutate(name.trim(), {
      onSuccess: (folder) => {
        onClose();
        void navigate({ to: "/files/$folderId", params: { folderId: folder.id } });
      },
    });
  }

  return (
    <Modal opened onClose={onClose} title="New folder">
      <form onSubmit={submit}>
        <Stack>
          {creating.isError && <Trouble error={creating.error} />}
          <TextInput
            label="Name"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={300}
            required
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={creating.isPending} disabled={name.trim() === ""}>
              Create
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
