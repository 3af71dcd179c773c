import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import type { Token } from "../api/names";
import { Asked } from "../app/Asked";
import { ConfirmDialog } from "../app/ConfirmDialog";
import { moment } from "../app/figures";
import { Section } from "../app/Section";
import { useChange } from "../app/useChange";
import { CredentialTable } from "./CredentialTable";
import { NewTokenDialog } from "./NewTokenDialog";
import { revokeToken, tokensQuery } from "./profile";

const COLUMNS = {
  Name: nameOf,
  Made: (token: Token) => moment(token.createdAt),
  "Last used": (token: Token) => (token.lastUsedAt === null ? "never" : moment(token.lastUsedAt)),
  Expires: (token: Token) => (token.expiresAt === null ? "never" : moment(token.expiresAt)),
};

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
        {(found) => (
          <CredentialTable
            credentials={found}
            columns={COLUMNS}
            nameOf={nameOf}
            verb="Revoke"
            onTakeBack={setLeaving}
          />
        )}
      </Asked>
      {isMaking && <NewTokenDialog onClose={making.close} />}
      {leaving !== undefined && <RevokeDialog token={leaving} onClose={() => setLeaving(undefined)} />}
    </Section>
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
