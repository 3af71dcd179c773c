import { Checkbox, TextInput } from "@mantine/core";
import { useState } from "react";
import { FormDialog } from "../app/FormDialog";
import { useChange } from "../app/useChange";
import { addUser } from "./people";
import { PasswordLinkDialog } from "./PasswordLinkDialog";

/** Lets somebody in, then offers the link with which they choose a password. */
export function AddUserDialog({ onClose }: { onClose: () => void }) {
  const [email, setEmail] = useState("");
  const [name, setName] = useState("");
  const [admin, setAdmin] = useState(false);
  const adding = useChange(addUser, ["people", "users"]);
  if (adding.data !== undefined) {
    return <PasswordLinkDialog user={adding.data} onClose={onClose} />;
  }
  return (
    <FormDialog
      title="Add user"
      verb="Add"
      error={adding.error}
      isPending={adding.isPending}
      isIncomplete={email.trim() === ""}
      onSubmit={() => adding.mutate({ email: email.trim(), name: name.trim(), admin })}
      onClose={onClose}
    >
      <TextInput
        label="E-mail address"
        description="It is what they sign in with; no mail is sent."
        type="email"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        required
        data-autofocus
      />
      <TextInput label="Name" maxLength={300} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <Checkbox
        label="Administrator"
        description="Sees and changes everything, and lets others in."
        checked={admin}
        onChange={(event) => setAdmin(event.currentTarget.checked)}
      />
    </FormDialog>
  );
}
