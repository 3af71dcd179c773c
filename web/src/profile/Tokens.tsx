import { ActionIcon, Button, Table, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import type { Token } from "../api/names";
import { Asked } from "../app/Asked";
import { ConfirmDialog } from "../app/ConfirmDialog";
import { moment } from "../app/figures";
import { Section } from "../app/Section";
import { useChange } from "../app/useChange";
import { NewTokenDialog } from "./NewTokenDialog";
import { revokeToken, tokensQuery } from "./profile";

/** What programs show instead of a signature. */
export function Tokens() {
  const tokens = useQuery(tokensQuery);
  const [isMaking, making] = useDisclosure(false);
  const [leaving, setLeaving] = useState<Token>();
  return (
    <Section
      title="API tokens"
      about="Whoever has one is let in as you: by the REST interface, the command line, and where people sign in."
      actions={
        <Button size="xs" variant="default" leftSection={<Plus size={14} />} onClick={making.open}>
          New token
        </Button>
      }
    >
      <Asked query={tokens}>
        {(found) =>
          found.length === 0 ? <Text size="sm">None yet.</Text> : <TokenTable tokens={found} onRevoke={setLeaving} />
        }
      </Asked>
      {isMaking && <NewTokenDialog onClose={making.close} />}
      {leaving !== undefined && <RevokeDialog token={leaving} onClose={() => setLeaving(undefined)} />}
    </Section>
  );
}

function TokenTable({ tokens, onRevoke }: { tokens: Token[]; onRevoke: (token: Token) => void }) {
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table fz="sm" verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Name</Table.Th>
            <Table.Th>Made</Table.Th>
            <Table.Th>Last used</Table.Th>
            <Table.Th>Expires</Table.Th>
            <Table.Td w={40} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tokens.map((token) => (
            <Table.Tr key={token.id}>
              <Table.Td>{nameOf(token)}</Table.Td>
              <Table.Td>{moment(token.createdAt)}</Table.Td>
              <Table.Td>{token.lastUsedAt === null ? "never" : moment(token.lastUsedAt)}</Table.Td>
              <Table.Td>{token.expiresAt === null ? "never" : moment(token.expiresAt)}</Table.Td>
              <Table.Td>
                <ActionIcon aria-label={`Revoke ${nameOf(token)}`} onClick={() => onRevoke(token)}>
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

function nameOf(token: Token): string {
  return token.name || "unnamed";
}

function RevokeDialog({ token, onClose }: { token: Token; onClose: () => void }) {
  const revoking = useChange(revokeToken, tokensQuery.queryKey, onClose);
  return (
    <ConfirmDialog
      title="Revoke the token?"
      verb="Revoke"
      error={revoking.error}
      isPending={revoking.isPending}
      onConfirm={() => revoking.mutate(token)}
      onClose={onClose}
    >
      Programs that show <b>{nameOf(token)}</b> are not let in any more, and sessions that were opened with it end.
    </ConfirmDialog>
  );
}
