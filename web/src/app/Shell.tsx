import { Anchor, AppShell, Burger, Group, ScrollArea, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { useEffect } from "react";
import { Bell } from "../bell/Bell";
import { AccountMenu } from "../session/AccountMenu";
import { ColorSchemeSwitch } from "./ColorSchemeSwitch";
import { Navigation } from "./Navigation";
import { Shortcuts } from "./Shortcuts";
import icon from "./icon.svg";

/** What stands around every page. */
export function Shell() {
  const [isOpen, navigation] = useDisclosure(false);
  const { pathname } = useLocation();
  const { close } = navigation;
  useEffect(close, [pathname, close]);
  return (
    <AppShell
      header={{ height: 48 }}
      navbar={{ width: 184, breakpoint: "sm", collapsed: { mobile: !isOpen } }}
      styles={{ main: { height: "100dvh", overflow: "hidden" } }}
    >
      <AppShell.Header>
        <Group h="100%" px="sm" justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap">
            <Burger hiddenFrom="sm" size="sm" opened={isOpen} onClick={navigation.toggle} aria-label="Navigation" />
            <Anchor component={Link} to="/files" underline="never" c="inherit">
              <Group gap={8} wrap="nowrap">
                <img src={icon} width={24} height={24} alt="" />
                <Text fw={600}>Accession</Text>
              </Group>
            </Anchor>
          </Group>
          <Group gap={4} wrap="nowrap">
            <Shortcuts />
            <Bell />
            <ColorSchemeSwitch />
            <AccountMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p={8}>
        <Navigation />
      </AppShell.Navbar>
      <AppShell.Main>
        <ScrollArea h="100%" type="auto" viewportProps={{ tabIndex: 0, role: "region", "aria-label": "Page" }}>
          <Outlet />
        </ScrollArea>
      </AppShell.Main>
    </AppShell>
  );
}
