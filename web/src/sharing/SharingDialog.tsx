import { Modal, Stack, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { NewRole } from "../api/names";
import { Asked } from "../app/Asked";
import { Trouble } from "../app/Trouble";
import { useChange } from "../app/useChange";
import { GrantTable } from "./GrantTable";
import { NewGrant } from "./NewGrant";
import { grant, grantsOf, revoke, rolesQuery, type Shared, withRole } from "./sharing";

interface SharingDialogProps {
  shared: Shared;
  title: string;
  /** What roles mean here. */
  about: ReactNode;
  /** Only administrators of what is shared change its roles. */
  isReadOnly: boolean;
  onClose: () => void;
}

/** Who has which role in something. */
export function SharingDialog({ shared, title, about, isReadOnly, onClose }: SharingDialogProps) {
  const query = rolesQuery(shared);
  const queries = useQueryClient();
  const granting = useChange(
    (role: NewRole) => grant(shared, role),
    [shared.kind],
    (roles) => queries.setQueryData(query.queryKey, roles),
  );
  const revoking = useChange((grantee: Parameters<typeof revoke>[1]) => revoke(shared, grantee), [shared.kind]);
  const error = granting.error ?? revoking.error;
  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      <Stack>
        <Text size="sm" c="dimmed">
          {about}
        </Text>
        {error !== null && <Trouble error={error} />}
        <Asked query={useQuery(query)}>
          {(roles) => (
            <GrantTable
              grants={grantsOf(roles)}
              isReadOnly={isReadOnly}
              onRole={(grantee, role) => granting.mutate(withRole(grantee, role))}
              onRevoke={revoking.mutate}
            />
          )}
        </Asked>
        {!isReadOnly && (
          <NewGrant
            isPending={granting.isPending}
            onGrant={(role, onGranted) => granting.mutate(role, { onSuccess: onGranted })}
          />
        )}
      </Stack>
    </Modal>
  );
}
