import { ActionIcon, Anchor, Breadcrumbs, Button, Group, Table } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { Trash2, UsersRound, X } from "lucide-react";
import { type SyntheticEvent, useState } from "react";
import type { User, UserGroup } from "../api/names";
import { Asked } from "../app/Asked";
import { AskedPages } from "../app/AskedPages";
import { ConfirmDialog } from "../app/ConfirmDialog";
import { Empty } from "../app/Empty";
import { ForAdministrators } from "../app/ForAdministrators";
import { PageFrame } from "../app/PageFrame";
import { Trouble } from "../app/Trouble";
import { useChange } from "../app/useChange";
import { useWhoIsHere } from "../session/session";
import { addMember, groupsQuery, membersQuery, removeGroup, removeMember } from "./people";
import { UserSelect } from "./UserSelect";

const route = getRouteApi("/inside/people/groups/$groupId");

/** One group: who is in it. */
export function GroupPage() {
  const { groupId } = route.useParams();
  const groups = useQuery(groupsQuery);
  const group = groups.data?.find(({ id }) => id === groupId);
  const user = useWhoIsHere();
  const [isRemoving, removing] = useDisclosure(false);
  return (
    <PageFrame
      title={group?.name ?? "Group"}
      path={
        <Breadcrumbs component="nav" aria-label="People" separatorMargin={6}>
          <Anchor component={Link} to="/people/groups" size="sm">
            Groups
          </Anchor>
        </Breadcrumbs>
      }
      actions={
        group !== undefined &&
        user.admin && (
          <Button variant="default" color="red" leftSection={<Trash2 size={16} />} onClick={removing.open}>
            Remove group
          </Button>
        )
      }
      isNarrow
    >
      <ForAdministrators>
        <Asked query={groups}>
          {() => (group === undefined ? <NoSuchGroup /> : <Members key={group.id} group={group} />)}
        </Asked>
      </ForAdministrators>
      {isRemoving && group && <RemoveDialog group={group} onClose={removing.close} />}
    </PageFrame>
  );
}

function NoSuchGroup() {
  return (
    <Empty icon={UsersRound} title="There is no such group">
      Perhaps somebody removed it.
    </Empty>
  );
}

function Members({ group }: { group: UserGroup }) {
  const about = membersQuery(group.id);
  const members = useInfiniteQuery(about);
  const leaving = useChange(removeMember, about.queryKey);
  return (
    <>
      <NewMember group={group} />
      {leaving.isError && <Trouble error={leaving.error} />}
      <AskedPages
        query={members}
        empty={
          <Empty icon={UsersRound} title="Nobody is in this group yet">
            Its members have all roles that the group is given.
          </Empty>
        }
      >
        {(found) => (
          <MemberTable members={found} onRemove={(user) => leaving.mutate({ group: group.id, user: user.id })} />
        )}
      </AskedPages>
    </>
  );
}

function NewMember({ group }: { group: UserGroup }) {
  const [user, setUser] = useState<string | null>(null);
  const adding = useChange(addMember, membersQuery(group.id).queryKey, () => setUser(null));

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (user !== null) {
      adding.mutate({ group: group.id, user });
    }
  }

  return (
    <form onSubmit={submit}>
      {adding.isError && <Trouble error={adding.error} />}
      <Group gap="xs" align="flex-end">
        <UserSelect label="New member" value={user} onChange={setUser} />
        <Button type="submit" variant="default" disabled={user === null} loading={adding.isPending}>
          Add member
        </Button>
      </Group>
    </form>
  );
}

function MemberTable({ members, onRemove }: { members: User[]; onRemove: (user: User) => void }) {
  return (
    <Table fz="sm" verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>E-mail address</Table.Th>
          <Table.Th>Name</Table.Th>
          <Table.Td w={40} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {members.map((user) => (
          <Table.Tr key={user.id}>
            <Table.Td>{user.email}</Table.Td>
            <Table.Td>{user.name}</Table.Td>
            <Table.Td>
              <ActionIcon aria-label={`Take ${user.email} out of the group`} onClick={() => onRemove(user)}>
                <X size={15} />
              </ActionIcon>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function RemoveDialog({ group, onClose }: { group: UserGroup; onClose: () => void }) {
  const navigate = useNavigate();
  const removing = useChange(removeGroup, groupsQuery.queryKey, () => void navigate({ to: "/people/groups" }));
  return (
    <ConfirmDialog
      title={`Remove ${group.name}?`}
      verb="Remove"
      error={removing.error}
      isPending={removing.isPending}
      onConfirm={() => removing.mutate(group)}
      onClose={onClose}
    >
      Its members lose the roles that they had by it.
    </ConfirmDialog>
  );
}
