import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import type { SshKey } from "../api/names";
import { Asked } from "../app/Asked";
import { ConfirmDialog } from "../app/ConfirmDialog";
import { moment } from "../app/figures";
import { Section } from "../app/Section";
import { useChange } from "../app/useChange";
import { AddSshKeyDialog } from "./AddSshKeyDialog";
import { CredentialTable } from "./CredentialTable";
import { removeSshKey, sshKeysQuery } from "./profile";

const COLUMNS = {
  Name: (key: SshKey) => key.name || "unnamed",
  Fingerprint: (key: SshKey) => (
    <span className="mono" style={{ overflowWrap: "anywhere" }}>
      {key.fingerprint}
    </span>
  ),
  Added: (key: SshKey) => moment(key.createdAt),
};

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
        {(found) => (
          <CredentialTable
            credentials={found}
            columns={COLUMNS}
            nameOf={nameOf}
            verb="Remove"
            onTakeBack={setLeaving}
          />
        )}
      </Asked>
      {isAdding && <AddSshKeyDialog onClose={adding.close} />}
      {leaving !== undefined && <RemoveDialog sshKey={leaving} onClose={() => setLeaving(undefined)} />}
    </Section>
  );
}

function nameOf(key: SshKey): string {
  return key.name || key.fingerprint;
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
      Programs that sign with <b>{nameOf(sshKey)}</b> are not let in any more.
    </ConfirmDialog>
  );
}
