import { Button, PasswordInput, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type SyntheticEvent, useState } from "react";
import { Trouble } from "../app/Trouble";
import { EntryFrame } from "./EntryFrame";
import { choosePassword, LEAST_PASSWORD_CHARACTERS, sessionQuery } from "./session";

/** Where the links lead that an administrator makes for people who have no password, or forgot it. */
export function SetPassword() {
  const code = window.location.hash.slice(1);
  const [password, setPassword] = useState("");
  const navigate = useNavigate();
  const queries = useQueryClient();
  const choosing = useMutation({
    mutationFn: () => choosePassword({ code, password }),
    onSuccess: async (who) => {
      queries.setQueryData(sessionQuery.queryKey, who);
      await navigate({ to: "/files", replace: true });
    },
    meta: { isToldInPlace: true },
  });

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    choosing.mutate();
  }

  return (
    <EntryFrame title="Choose a password">
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm" c="dimmed">
            {code === ""
              ? "The link that brought you here is not complete."
              : "The link that brought you here works once. You are signed in afterwards."}
          </Text>
          {choosing.isError && <Trouble error={choosing.error} />}
          <PasswordInput
            label="New password"
            description={`At least ${LEAST_PASSWORD_CHARACTERS} characters`}
            minLength={LEAST_PASSWORD_CHARACTERS}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="new-password"
            required
          />
          <Button type="submit" fullWidth loading={choosing.isPending} disabled={code === ""}>
            Set password
          </Button>
        </Stack>
      </form>
    </EntryFrame>
  );
}
