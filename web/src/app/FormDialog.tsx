import { Button, Group, Modal, Stack } from "@mantine/core";
import type { ReactNode, SyntheticEvent } from "react";
import { Trouble } from "./Trouble";

interface FormDialogProps {
  title: string;
  /** What happens with what is filled in. */
  verb: string;
  error: Error | null;
  isPending: boolean;
  /** Something is missing yet. */
  isIncomplete?: boolean;
  size?: string;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Asks for what is needed to do something. */
export function FormDialog({
  title,
  verb,
  error,
  isPending,
  isIncomplete = false,
  size = "md",
  onSubmit,
  onClose,
  children,
}: FormDialogProps) {
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    onSubmit();
  }

  return (
    <Modal opened onClose={onClose} title={title} size={size}>
      <form onSubmit={submit}>
        <Stack>
          {error !== null && <Trouble error={error} />}
          {children}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={isPending} disabled={isIncomplete}>
              {verb}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
