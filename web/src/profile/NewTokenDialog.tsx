import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { CopyText } from "../app/CopyText";
import { NameDialog } from "../app/NameDialog";
import { useChange } from "../app/useChange";
import { issueToken, tokensQuery } from "./profile";

/** Asks for a name, then shows the token, once. */
export function NewTokenDialog({ onClose }: { onClose: () => void }) {
  const issuing = useChange(issueToken, tokensQuery.queryKey);
  if (issuing.data === undefined) {
    return (
      <NameDialog
        title="New API token"
        verb="Make token"
        error={issuing.error}
        isPending={issuing.isPending}
        onName={issuing.mutate}
        onClose={onClose}
      />
    );
  }
  return (
    <Modal opened onClose={onClose} title="New API token" closeOnClickOutside={false}>
      <Stack>
        <Text size="sm">Copy it now: it is not shown again.</Text>
        <CopyText label={issuing.data.name ?? "Token"} text={issuing.data.token} />
        <Group justify="flex-end">
          <Button onClick={onClose}>Done</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
