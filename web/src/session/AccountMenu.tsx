import { ActionIcon, Menu, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { CircleUserRound, LogOut, UserRoundCog } from "lucide-react";
import { signOut, useWhoIsHere } from "./session";

export function AccountMenu() {
  const user = useWhoIsHere();
  const queries = useQueryClient();
  const leaving = useMutation({
    mutationFn: signOut,
    onSuccess: () => {
      queries.clear();
      window.location.assign("/");
    },
  });
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon size="lg" aria-label="Account">
          <CircleUserRound size={19} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--mantine-color-text)" truncate>
            {user.name || user.email}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {user.email}
            {user.admin ? " · administrator" : ""}
          </Text>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item leftSection={<UserRoundCog size={16} />} component={Link} to="/profile">
          Profile
        </Menu.Item>
        <Menu.Item leftSection={<LogOut size={16} />} onClick={() => leaving.mutate()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
