import { Button, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type SyntheticEvent, useState } from "react";
import { Trouble } from "../app/Trouble";
import { EntryFrame } from "./EntryFrame";
import { becomeFirstAdministrator, LEAST_PASSWORD_CHARACTERS, sessionQuery } from "./session";

/** Where the link leads that the server prints while it has no administrator. The code behind `#` never reaches a log. */
export function Welcome() {
  const code = window.location.hash.slice(1);
  const [email, setEmail] = useState("");
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const navigate = useNavigate();
  const queries = useQueryClient();
  const entering = useMutation({
    mutationFn: () => becomeFirstAdministrator({ code, email: email.trim(), name: name.trim(), password }),
    onSuccess: async (who) => {
      queries.setQueryData(sessionQuery.queryKey, who);
      await navigate({ to: "/files" });
    },
    meta: { isToldInPlace: true },
  });

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    entering.mutate();
  }

  return (
    <EntryFrame title="Welcome to Accession">
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm" c="dimmed">
            Nobody administrates this server yet. The link that brought you here works once, for sixty minutes.
          </Text>
          {entering.isError && <Trouble error={entering.error} />}
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
          <PasswordInput
            label="Password"
            description={`At least ${LEAST_PASSWORD_CHARACTERS} characters`}
            minLength={LEAST_PASSWORD_CHARACTERS}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="new-password"
            required
          />
          <Button type="submit" fullWidth loading={entering.isPending} disabled={code === ""}>
            Become administrator
          </Button>
        </Stack>
      </form>
    </EntryFrame>
  );
}
