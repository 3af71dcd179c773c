import { Text, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { EntryForm } from "./EntryForm";
import { NewPasswordInput } from "./NewPasswordInput";
import { becomeFirstAdministrator } from "./session";
import { useEntering } from "./useEntering";

/** Where the link leads that the server prints while it has no administrator. The code behind `#` never reaches a log. */
export function Welcome() {
  const code = window.location.hash.slice(1);
  const [email, setEmail] = useState("");
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const navigate = useNavigate();
  const entering = useEntering(becomeFirstAdministrator, () => navigate({ to: "/files", replace: true }));
  return (
    <EntryForm
      title="Welcome to Accession"
      verb="Become administrator"
      entering={entering}
      isPossible={code !== ""}
      onEnter={() => entering.mutate({ code, email: email.trim(), name: name.trim(), password })}
    >
      <Text size="sm" c="dimmed">
        {code === ""
          ? "The link that brought you here is not complete. The server prints it whole when it starts."
          : "Nobody administrates this server yet. The link that brought you here works once, for sixty minutes."}
      </Text>
      <TextInput
        label="E-mail address"
        type="email"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        autoComplete="username"
        required
      />
      <TextInput
        label="Name"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        autoComplete="name"
        required
      />
      <NewPasswordInput label="Password" value={password} onPassword={setPassword} />
    </EntryForm>
  );
}
