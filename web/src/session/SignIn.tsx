import { Anchor, Button, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SyntheticEvent, useState } from "react";
import { Trouble } from "../app/Trouble";
import { EntryFrame } from "./EntryFrame";
import { sessionQuery, signIn } from "./session";

export function SignIn() {
  const [hasToken, setHasToken] = useState(false);
  const [email, setEmail] = useState("");
  const [secret, setSecret] = useState("");
  const queries = useQueryClient();
  const entering = useMutation({
    mutationFn: signIn,
    onSuccess: (who) => queries.setQueryData(sessionQuery.queryKey, who),
    meta: { isToldInPlace: true },
  });

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    entering.mutate(hasToken ? { token: secret.trim() } : { email: email.trim(), password: secret });
  }

  function change(way: boolean) {
    setHasToken(way);
    setSecret("");
    entering.reset();
  }

  return (
    <EntryFrame title="Sign in to Accession">
      <form onSubmit={submit}>
        <Stack>
          {entering.isError && <Trouble error={entering.error} />}
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
          <Button type="submit" fullWidth loading={entering.isPending}>
            Sign in
          </Button>
          <Text size="sm" ta="center">
            <Anchor component="button" type="button" size="sm" onClick={() => change(!hasToken)}>
              {hasToken ? "Sign in with a password instead" : "Sign in with an API token instead"}
            </Anchor>
          </Text>
        </Stack>
      </form>
    </EntryFrame>
  );
}
