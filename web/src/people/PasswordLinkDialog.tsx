import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import type { User } from "../api/names";
import { CopyText } from "../app/CopyText";
import { ConfirmDialog } from "../app/ConfirmDialog";
import { moment } from "../app/figures";
import { useChange } from "../app/useChange";
import { makePasswordLink } from "./people";

/** Makes a link with which somebody sets a password, and shows it, once. */
export function PasswordLinkDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const making = useChange(makePasswordLink, ["people"]);
  if (making.data === undefined) {
    return (
      <ConfirmDialog
        title={`Password link for ${user.email}`}
        verb="Make link"
        error={making.error}
        isPending={making.isPending}
        onConfirm={() => making.mutate(user)}
        onClose={onClose}
      >
        Whoever opens the link chooses the password of this user, once. Links that were made before do not work any
        more.
      </ConfirmDialog>
    );
  }
  return (
    <Modal opened onClose={onClose} title={`Password link for ${user.email}`} closeOnClickOutside={false}>
      <Stack>
        <Text size="sm">
          Send it to nobody else. It is not shown again, and works until {moment(making.data.expiresAt)}.
        </Text>
        <CopyText label="Link" text={making.data.url} />
        <Group justify="flex-end">
          <Button onClick={onClose}>Done</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
