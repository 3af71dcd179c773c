import { Badge, Button, Group, Stack, Table, TextInput } from "@mantine/core";
import { useDebouncedCallback, useDisclosure } from "@mantine/hooks";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Search, SearchX, UserRoundPlus } from "lucide-react";
import { useState } from "react";
import type { User } from "../api/names";
import { AskedPages } from "../app/AskedPages";
import { Empty } from "../app/Empty";
import { moment } from "../app/figures";
import { AddUserDialog } from "./AddUserDialog";
import { usersQuery } from "./people";
import { UserMenu } from "./UserMenu";

const TYPING_PAUSE = 250;

export function UserList() {
  const { search = "" } = useSearch({ from: "/inside/people" });
  const users = useInfiniteQuery(usersQuery(search));
  const [isAdding, adding] = useDisclosure(false);
  return (
    <Stack>
      <Group justify="space-between">
        <SearchField search={search} />
        <Button leftSection={<UserRoundPlus size={16} />} onClick={adding.open}>
          Add user
        </Button>
      </Group>
      <AskedPages query={users} empty={<Nobody />}>
        {(found) => <UserTable users={found} />}
      </AskedPages>
      {isAdding && <AddUserDialog onClose={adding.close} />}
    </Stack>
  );
}

function SearchField({ search }: { search: string }) {
  const navigate = useNavigate();
  const [text, setText] = useState(search);
  const look = useDebouncedCallback((words: string) => {
    void navigate({ to: "/people", search: words === "" ? {} : { search: words }, replace: true });
  }, TYPING_PAUSE);
  return (
    <TextInput
      w={260}
      size="xs"
      aria-label="Search by address"
      placeholder="Search by address"
      leftSection={<Search size={14} />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        look(event.currentTarget.value.trim());
      }}
    />
  );
}

function Nobody() {
  return (
    <Empty icon={SearchX} title="Nobody has such an address">
      <b>Add user</b> lets somebody in.
    </Empty>
  );
}

function UserTable({ users }: { users: User[] }) {
  return (
    <Table.ScrollContainer minWidth={600}>
      <Table highlightOnHover fz="sm" verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>E-mail address</Table.Th>
            <Table.Th>Name</Table.Th>
            <Table.Th>Is</Table.Th>
            <Table.Th>Added</Table.Th>
            <Table.Td w={40} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {users.map((user) => (
            <Table.Tr key={user.id} {...(user.active ? {} : { c: "dimmed" })}>
              <Table.Td>{user.email}</Table.Td>
              <Table.Td>{user.name}</Table.Td>
              <Table.Td>
                <Group gap={6}>
                  {user.admin && (
                    <Badge size="sm" variant="default">
                      administrator
                    </Badge>
                  )}
                  {!user.active && (
                    <Badge size="sm" variant="default">
                      deactivated
                    </Badge>
                  )}
                </Group>
              </Table.Td>
              <Table.Td style={{ whiteSpace: "nowrap" }}>{moment(user.createdAt)}</Table.Td>
              <Table.Td>
                <UserMenu user={user} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
