import { Anchor, Button, Group, Stack, Table } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { UsersRound } from "lucide-react";
import type { UserGroup } from "../api/names";
import { Asked } from "../app/Asked";
import { Empty } from "../app/Empty";
import { moment } from "../app/figures";
import { NameDialog } from "../app/NameDialog";
import { useChange } from "../app/useChange";
import { createGroup, groupsQuery } from "./people";

export function GroupList() {
  const groups = useQuery(groupsQuery);
  const [isNaming, naming] = useDisclosure(false);
  return (
    <Stack>
      <Group justify="flex-end">
        <Button leftSection={<UsersRound size={16} />} onClick={naming.open}>
          New group
        </Button>
      </Group>
      <Asked query={groups}>{(found) => (found.length === 0 ? <NoGroups /> : <GroupTable groups={found} />)}</Asked>
      {isNaming && <NewGroupDialog onClose={naming.close} />}
    </Stack>
  );
}

function NoGroups() {
  return (
    <Empty icon={UsersRound} title="No groups yet">
      The members of a group are given roles in folders and integrations together.
    </Empty>
  );
}

function GroupTable({ groups }: { groups: UserGroup[] }) {
  return (
    <Table highlightOnHover fz="sm" verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Group</Table.Th>
          <Table.Th>Made</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {groups.map((group) => (
          <Table.Tr key={group.id}>
            <Table.Td>
              <Anchor component={Link} to={`/people/groups/${group.id}`} size="sm">
                {group.name}
              </Anchor>
            </Table.Td>
            <Table.Td>{moment(group.createdAt)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function NewGroupDialog({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const creating = useChange(createGroup, groupsQuery.queryKey, ({ id }) => {
    void navigate({ to: "/people/groups/$groupId", params: { groupId: id } });
  });
  return (
    <NameDialog
      title="New group"
      verb="Create"
      error={creating.error}
      isPending={creating.isPending}
      onName={creating.mutate}
      onClose={onClose}
    />
  );
}
