import { Anchor, PasswordInput, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { EntryForm } from "./EntryForm";
import { signIn } from "./session";
import { useEntering } from "./useEntering";

export function SignIn() {
  const [hasToken, setHasToken] = useState(false);
  const [email, setEmail] = useState("");
  const [secret, setSecret] = useState("");
  const entering = useEntering(signIn);

  function change(way: boolean) {
    setHasToken(way);
    setSecret("");
    entering.reset();
  }

  return (
    <EntryForm
      title="Sign in to Accession"
      verb="Sign in"
      entering={entering}
      onEnter={() => entering.mutate(hasToken ? { token: secret.trim() } : { email: email.trim(), password: secret })}
      otherwise={
        <Text size="sm" ta="center">
          <Anchor component="button" type="button" size="sm" onClick={() => change(!hasToken)}>
            {hasToken ? "Sign in with a password instead" : "Sign in with an API token instead"}
          </Anchor>
        </Text>
      }
    >
      {hasToken ? (
        <PasswordInput
          label="API token"
          description="An administrator makes one with: accession token create"
          value={secret}
          onChange={(event) => setSecret(event.currentTarget.value)}
          autoComplete="off"
          required
          data-autofocus
        />
      ) : (
        <>
          <TextInput
            label="E-mail address"
            type="email"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            autoComplete="username"
            required
          />
          <PasswordInput
            label="Password"
            value={secret}
            onChange={(event) => setSecret(event.currentTarget.value)}
            autoComplete="current-password"
            required
          />
        </>
      )}
    </EntryForm>
  );
}
