import { ActionIcon, Button, Table, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import type { SshKey } from "../api/names";
import { Asked } from "../app/Asked";
import { ConfirmDialog } from "../app/ConfirmDialog";
import { moment } from "../app/figures";
import { Section } from "../app/Section";
import { useChange } from "../app/useChange";
import { AddSshKeyDialog } from "./AddSshKeyDialog";
import { removeSshKey, sshKeysQuery } from "./profile";

/** The keys by which programs sign their requests. */
export function SshKeys() {
  const keys = useQuery(sshKeysQuery);
  const [isAdding, adding] = useDisclosure(false);
  const [leaving, setLeaving] = useState<SshKey>();
  return (
    <Section
      title="SSH keys"
      about="The Encord SDK and the command line sign their requests with the private half of a key."
      actions={
        <Button size="xs" variant="default" leftSection={<Plus size={14} />} onClick={adding.open}>
          Add SSH key
        </Button>
      }
    >
      <Asked query={keys}>
        {(found) => (found.length === 0 ? <NoKeys /> : <KeyTable keys={found} onRemove={setLeaving} />)}
      </Asked>
      {isAdding && <AddSshKeyDialog onClose={adding.close} />}
      {leaving !== undefined && <RemoveDialog sshKey={leaving} onClose={() => setLeaving(undefined)} />}
    </Section>
  );
}

function NoKeys() {
  return <Text size="sm">None yet.</Text>;
}

function KeyTable({ keys, onRemove }: { keys: SshKey[]; onRemove: (key: SshKey) => void }) {
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table fz="sm" verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Name</Table.Th>
            <Table.Th>Fingerprint</Table.Th>
            <Table.Th>Added</Table.Th>
            <Table.Td w={40} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {keys.map((key) => (
            <Table.Tr key={key.id}>
              <Table.Td>{key.name || "unnamed"}</Table.Td>
              <Table.Td className="mono" style={{ overflowWrap: "anywhere" }}>
                {key.fingerprint}
              </Table.Td>
              <Table.Td>{moment(key.createdAt)}</Table.Td>
              <Table.Td>
                <ActionIcon aria-label={`Remove ${key.name || key.fingerprint}`} onClick={() => onRemove(key)}>
                  <Trash2 size={15} />
                </ActionIcon>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function RemoveDialog({ sshKey, onClose }: { sshKey: SshKey; onClose: () => void }) {
  const removing = useChange(removeSshKey, sshKeysQuery.queryKey, onClose);
  return (
    <ConfirmDialog
      title="Remove the SSH key?"
      verb="Remove"
      error={removing.error}
      isPending={removing.isPending}
      onConfirm={() => removing.mutate(sshKey)}
      onClose={onClose}
    >
      Programs that sign with <b>{sshKey.name || sshKey.fingerprint}</b> are not let in any more.
    </ConfirmDialog>
  );
}
