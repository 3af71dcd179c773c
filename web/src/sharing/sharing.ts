import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "../api/client";
import type { NewRole, Roles } from "../api/names";

/** Something that users and groups have roles in. */
export interface Shared {
  kind: "folders" | "integrations" | "datasets";
  id: string;
}

export type Role = NewRole["role"];

/** One who has a role, and what of. */
export interface Grant {
  kind: "user" | "group";
  id: string;
  label: string;
  role: Role;
}

const ROLES = {
  folders: "/api/v1/folders/{id}/roles",
  integrations: "/api/v1/integrations/{id}/roles",
  datasets: "/api/v1/datasets/{id}/roles",
} as const;

/** What something itself grants, not what lies above it. */
export function rolesQuery({ kind, id }: Shared) {
  return queryOptions({
    queryKey: [kind, id, "roles"],
    queryFn: () => answered(api.GET(ROLES[kind], { params: { path: { id } } })),
  });
}

/** In place of the role that there was. */
export function grant({ kind, id }: Shared, role: NewRole): Promise<Roles> {
  return answered(api.POST(ROLES[kind], { params: { path: { id } }, body: role }));
}

export function revoke({ kind, id }: Shared, grantee: Grant) {
  return grantee.kind === "user"
    ? api.DELETE(`${ROLES[kind]}/users/{user}`, { params: { path: { id, user: grantee.id } } })
    : api.DELETE(`${ROLES[kind]}/groups/{group}`, { params: { path: { id, group: grantee.id } } });
}

/** Users first, then groups, each in the server's order. */
export function grantsOf({ users, groups }: Roles): Grant[] {
  return [
    ...users.map(({ user, role }) => ({ kind: "user" as const, id: user.id, label: user.email, role })),
    ...groups.map(({ group, role }) => ({ kind: "group" as const, id: group.id, label: group.name, role })),
  ];
}

/** The request that gives somebody another role. */
export function withRole({ kind, id, label }: Grant, role: Role): NewRole {
  return kind === "user" ? { email: label, role } : { groupId: id, role };
}
