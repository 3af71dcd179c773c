import { Tabs } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { ForAdministrators } from "../app/ForAdministrators";
import { PageFrame } from "../app/PageFrame";
import { GroupList } from "./GroupList";
import { UserList } from "./UserList";

/** Who may be here, for administrators. */
export function UsersPage() {
  return <People shown="users" />;
}

/** Users who are given roles together. */
export function GroupsPage() {
  return <People shown="groups" />;
}

function People({ shown }: { shown: "users" | "groups" }) {
  const navigate = useNavigate();
  return (
    <PageFrame title="People">
      <ForAdministrators>
        <Tabs
          value={shown}
          onChange={(tab) => void navigate({ to: tab === "groups" ? "/people/groups" : "/people" })}
          keepMounted={false}
        >
          <Tabs.List>
            <Tabs.Tab value="users">Users</Tabs.Tab>
            <Tabs.Tab value="groups">Groups</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="users" pt="md">
            <UserList />
          </Tabs.Panel>
          <Tabs.Panel value="groups" pt="md">
            <GroupList />
          </Tabs.Panel>
        </Tabs>
      </ForAdministrators>
    </PageFrame>
  );
}
