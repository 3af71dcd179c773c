import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { answered, api } from "../api/client";
import type { NewUser, User, UserChange, UserGroup } from "../api/names";
import { from, listed, onwards } from "../api/pages";

const PAGE = 50;
const MOST_GROUPS = 1000;

/** Users by address, page by page; those only whose address has the text. */
export function usersQuery(search: string) {
  return infiniteQueryOptions({
    queryKey: ["people", "users", search],
    queryFn: ({ pageParam }) =>
      listed(
        api.GET("/api/v1/users", {
          params: { query: { limit: PAGE, ...(search === "" ? {} : { search }), ...from(pageParam) } },
        }),
      ),
    ...onwards,
  });
}

export const groupsQuery = queryOptions({
  queryKey: ["people", "groups"],
  queryFn: async () => (await listed(api.GET("/api/v1/groups", { params: { query: { limit: MOST_GROUPS } } }))).results,
});

export function membersQuery(group: string) {
  return infiniteQueryOptions({
    queryKey: ["people", "groups", group, "members"],
    queryFn: ({ pageParam }) =>
      listed(
        api.GET("/api/v1/groups/{id}/members", {
          params: { path: { id: group }, query: { limit: PAGE, ...from(pageParam) } },
        }),
      ),
    ...onwards,
  });
}

export function addUser(body: NewUser): Promise<User> {
  return answered(api.POST("/api/v1/users", { body }));
}

export function changeUser({ user, ...change }: UserChange & { user: User }): Promise<User> {
  return answered(api.PATCH("/api/v1/users/{id}", { params: { path: { id: user.id } }, body: change }));
}

/** A link with which the user sets a password once. Earlier ones do not work any more. */
export function makePasswordLink({ id }: User) {
  return answered(api.POST("/api/v1/users/{id}/password-link", { params: { path: { id } } }));
}

export function createGroup(name: string): Promise<UserGroup> {
  return answered(api.POST("/api/v1/groups", { body: { name } }));
}

export function removeGroup({ id }: UserGroup) {
  return api.DELETE("/api/v1/groups/{id}", { params: { path: { id } } });
}

export function addMember({ group, user }: { group: string; user: string }) {
  return api.POST("/api/v1/groups/{id}/members", { params: { path: { id: group } }, body: { userId: user } });
}

export function removeMember({ group, user }: { group: string; user: string }) {
  return api.DELETE("/api/v1/groups/{id}/members/{user}", { params: { path: { id: group, user } } });
}
