import { Button, Group, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type SyntheticEvent, useState } from "react";
import { Section } from "../app/Section";
import { Trouble } from "../app/Trouble";
import { useChange } from "../app/useChange";
import { sessionQuery, useWhoIsHere } from "../session/session";
import { rename } from "./profile";

const MOST_CHARACTERS = 300;

export function NameForm() {
  const user = useWhoIsHere();
  const [name, setName] = useState(user.name);
  const queries = useQueryClient();
  const naming = useChange(rename, ["people"], (renamed) => queries.setQueryData(sessionQuery.queryKey, renamed));
  const wished = name.trim();

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    naming.mutate(wished);
  }

  return (
    <Section title="Name" about={`Others know you as ${user.email}, and by your name where you say one.`}>
      {naming.isError && <Trouble error={naming.error} />}
      <form onSubmit={submit}>
        <Group align="flex-end" gap="xs">
          <TextInput
            label="Your name"
            w={320}
            maxLength={MOST_CHARACTERS}
            autoComplete="name"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={naming.isPending} disabled={wished === user.name}>
            Save
          </Button>
        </Group>
      </form>
    </Section>
  );
}
