import { NavLink, Stack } from "@mantine/core";
import { Link, useLocation } from "@tanstack/react-router";
import {
  Cloud,
  Database,
  Folder,
  Library,
  ListChecks,
  type LucideIcon,
  Table2,
  Telescope,
  UsersRound,
} from "lucide-react";
import { useWhoIsHere } from "../session/session";

interface Place {
  to: string;
  label: string;
  icon: LucideIcon;
  isForAdministrators?: boolean;
}

const PLACES: Place[] = [
  { to: "/files", label: "Files", icon: Folder },
  { to: "/explore", label: "Explore", icon: Telescope },
  { to: "/collections", label: "Collections", icon: Library },
  { to: "/datasets", label: "Datasets", icon: Database },
  { to: "/uploads", label: "Uploads", icon: ListChecks },
  { to: "/integrations", label: "Integrations", icon: Cloud },
  { to: "/schema", label: "Schema", icon: Table2 },
  { to: "/people", label: "People", icon: UsersRound, isForAdministrators: true },
];

export function Navigation() {
  const { pathname } = useLocation();
  const user = useWhoIsHere();
  return (
    <Stack gap={2} component="nav" aria-label="Main">
      {PLACES.filter((place) => user.admin || place.isForAdministrators !== true).map((place) => (
        <NavLink
          key={place.to}
          component={Link}
          to={place.to}
          label={place.label}
          leftSection={<place.icon size={17} strokeWidth={1.75} />}
          active={pathname === place.to || pathname.startsWith(`${place.to}/`)}
          style={{ borderRadius: "var(--mantine-radius-sm)" }}
        />
      ))}
    </Stack>
  );
}
