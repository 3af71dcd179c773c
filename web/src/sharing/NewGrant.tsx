import { Button, Group, Select, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type SyntheticEvent, useState } from "react";
import type { NewRole } from "../api/names";
import { groupsQuery } from "../people/people";
import { ROLE_NAMES } from "./GrantTable";
import type { Role } from "./sharing";

interface NewGrantProps {
  isPending: boolean;
  onGrant: (role: NewRole, onGranted: () => void) => void;
}

/** Gives a role to a user, named by address, or to one of the groups. */
export function NewGrant({ isPending, onGrant }: NewGrantProps) {
  const groups = useQuery(groupsQuery).data ?? [];
  const [isForGroup, setIsForGroup] = useState(false);
  const [email, setEmail] = useState("");
  const [groupId, setGroupId] = useState<string | null>(null);
  const [role, setRole] = useState<Role>("user");
  const isComplete = isForGroup ? groupId !== null : email.trim() !== "";

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    onGrant(isForGroup ? { groupId, role } : { email: email.trim(), role }, () => {
      setEmail("");
      setGroupId(null);
    });
  }

  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="flex-end">
        <Select
          size="xs"
          w={110}
          label="Share with"
          data={[
            { value: "user", label: "A user" },
            { value: "group", label: "A group" },
          ]}
          value={isForGroup ? "group" : "user"}
          allowDeselect={false}
          onChange={(kind) => setIsForGroup(kind === "group")}
        />
        {isForGroup ? (
          <Select
            size="xs"
            flex={1}
            miw={180}
            label="Group"
            searchable
            nothingFoundMessage="There is no such group"
            data={groups.map(({ id, name }) => ({ value: id, label: name }))}
            value={groupId}
            onChange={setGroupId}
          />
        ) : (
          <TextInput
            size="xs"
            flex={1}
            miw={180}
            label="E-mail address"
            type="email"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
        )}
        <Select
          size="xs"
          w={140}
          label="Role"
          data={ROLE_NAMES}
          value={role}
          allowDeselect={false}
          onChange={(chosen) => setRole((chosen ?? "user") as Role)}
        />
        <Button size="xs" type="submit" disabled={!isComplete} loading={isPending}>
          Share
        </Button>
      </Group>
    </form>
  );
}
