import { Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { FormDialog } from "../app/FormDialog";
import { useChange } from "../app/useChange";
import { addSshKey, sshKeysQuery } from "./profile";

export function AddSshKeyDialog({ onClose }: { onClose: () => void }) {
  const [sshPublicKey, setSshPublicKey] = useState("");
  const [name, setName] = useState("");
  const adding = useChange(addSshKey, sshKeysQuery.queryKey, onClose);
  return (
    <FormDialog
      title="Add SSH key"
      verb="Add"
      error={adding.error}
      isPending={adding.isPending}
      isIncomplete={sshPublicKey.trim() === ""}
      size="lg"
      onSubmit={() => adding.mutate({ sshPublicKey: sshPublicKey.trim(), name: name.trim() })}
      onClose={onClose}
    >
      <Textarea
        label="Public key"
        description="The one line of id_ed25519.pub; ssh-keygen -t ed25519 makes a pair. Never the private key."
        placeholder="ssh-ed25519 AAAA… me@laptop"
        autosize
        minRows={3}
        value={sshPublicKey}
        onChange={(event) => setSshPublicKey(event.currentTarget.value)}
        required
        data-autofocus
      />
      <TextInput
        label="Name"
        description="So that you know it again"
        maxLength={300}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
