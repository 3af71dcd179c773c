import { Badge, Button, Group, Stack, Table } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { SearchX, UserRoundPlus } from "lucide-react";
import type { User } from "../api/names";
import { AskedPages } from "../app/AskedPages";
import { Empty } from "../app/Empty";
import { moment } from "../app/figures";
import { SearchField } from "../app/SearchField";
import { wordsSearch } from "../app/wordsSearch";
import { AddUserDialog } from "./AddUserDialog";
import { usersQuery } from "./people";
import { UserMenu } from "./UserMenu";

export function UserList() {
  const { search = "" } = useSearch({ from: "/inside/people" });
  const navigate = useNavigate();
  const users = useInfiniteQuery(usersQuery(search));
  const [isAdding, adding] = useDisclosure(false);
  return (
    <Stack>
      <Group justify="space-between">
        <SearchField
          label="Search by address"
          words={search}
          onWords={(words) => void navigate({ to: "/people", search: wordsSearch(words), replace: true })}
        />
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
