import { ActionIcon, Group, Select, Table, Text } from "@mantine/core";
import { UserRound, UsersRound, X } from "lucide-react";
import type { Grant, Role } from "./sharing";

/** The roles by their names for people. */
export const ROLE_NAMES = [
  { value: "user", label: "User" },
  { value: "admin", label: "Administrator" },
];

interface GrantTableProps {
  grants: Grant[];
  isReadOnly: boolean;
  onRole: (grant: Grant, role: Role) => void;
  onRevoke: (grant: Grant) => void;
}

export function GrantTable({ grants, isReadOnly, onRole, onRevoke }: GrantTableProps) {
  if (grants.length === 0) {
    return <Text size="sm">Nobody was given a role here yet.</Text>;
  }
  return (
    <Table fz="sm" verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Who</Table.Th>
          <Table.Th w={160}>Role</Table.Th>
          <Table.Td w={40} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {grants.map((grant) => (
          <Table.Tr key={grant.id}>
            <Table.Td>
              <Group gap={8} wrap="nowrap">
                {grant.kind === "user" ? <UserRound size={15} aria-hidden /> : <UsersRound size={15} aria-hidden />}
                {grant.label}
              </Group>
            </Table.Td>
            <Table.Td>
              <Select
                size="xs"
                aria-label={`Role of ${grant.label}`}
                data={ROLE_NAMES}
                value={grant.role}
                allowDeselect={false}
                disabled={isReadOnly}
                onChange={(role) => role !== null && role !== grant.role && onRole(grant, role as Role)}
              />
            </Table.Td>
            <Table.Td>
              {!isReadOnly && (
                <ActionIcon aria-label={`Take the role of ${grant.label} away`} onClick={() => onRevoke(grant)}>
                  <X size={15} />
                </ActionIcon>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
