import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { type SyntheticEvent, useState } from "react";
import { Trouble } from "./Trouble";

interface NameDialogProps {
  title: string;
  /** What happens with the name. */
  verb: string;
  /** The one that it has so far. */
  name?: string;
  maxLength?: number;
  error: Error | null;
  isPending: boolean;
  onName: (name: string) => void;
  onClose: () => void;
}

/** Asks for a name. */
export function NameDialog({
  title,
  verb,
  name = "",
  maxLength = 300,
  error,
  isPending,
  onName,
  onClose,
}: NameDialogProps) {
  const [text, setText] = useState(name);
  const wished = text.trim();

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    onName(wished);
  }

  return (
    <Modal opened onClose={onClose} title={title}>
      <form onSubmit={submit}>
        <Stack>
          {error !== null && <Trouble error={error} />}
          <TextInput
            label="Name"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            maxLength={maxLength}
            required
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={isPending} disabled={wished === "" || wished === name}>
              {verb}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
