import { ActionIcon, Table, Text } from "@mantine/core";
import { Trash2 } from "lucide-react";
import type { ReactNode } from "react";

interface CredentialTableProps<T> {
  credentials: T[];
  /** What is told of each, by its heading. */
  columns: Record<string, (credential: T) => ReactNode>;
  nameOf: (credential: T) => string;
  /** How one is taken back. */
  verb: string;
  onTakeBack: (credential: T) => void;
}

/** What lets somebody's programs in. */
export function CredentialTable<T extends { id: string }>({
  credentials,
  columns,
  nameOf,
  verb,
  onTakeBack,
}: CredentialTableProps<T>) {
  if (credentials.length === 0) {
    return <Text size="sm">None yet.</Text>;
  }
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table fz="sm" verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            {Object.keys(columns).map((heading) => (
              <Table.Th key={heading}>{heading}</Table.Th>
            ))}
            <Table.Td w={40} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {credentials.map((credential) => (
            <Table.Tr key={credential.id}>
              {Object.entries(columns).map(([heading, tell]) => (
                <Table.Td key={heading}>{tell(credential)}</Table.Td>
              ))}
              <Table.Td>
                <ActionIcon aria-label={`${verb} ${nameOf(credential)}`} onClick={() => onTakeBack(credential)}>
                  <Trash2 size={15} />
                </ActionIcon>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
