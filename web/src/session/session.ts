import { queryOptions, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { answered, api, holdCsrfToken } from "../api/client";
import type { FirstAdministrator, NewPassword, NewSession, Session, User } from "../api/names";

/** The server's rule for passwords; there is no other. */
export const LEAST_PASSWORD_CHARACTERS = 10;

function enter({ user, csrfToken }: Session): User {
  holdCsrfToken(csrfToken);
  return user;
}

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async () => enter(await answered(api.GET("/api/v1/session"))),
  staleTime: Infinity,
});

export function useSession() {
  return useQuery(sessionQuery);
}

/** Who is signed in. For pages behind the gate. */
export function useWhoIsHere(): User {
  return useSuspenseQuery(sessionQuery).data;
}

export async function signIn(body: NewSession): Promise<User> {
  return enter(await answered(api.POST("/api/v1/session", { body })));
}

export async function signOut(): Promise<void> {
  await api.DELETE("/api/v1/session");
  holdCsrfToken(undefined);
}

/** Signs in, too. */
export async function becomeFirstAdministrator(body: FirstAdministrator): Promise<User> {
  return enter(await answered(api.POST("/api/v1/first-admin", { body })));
}

/** With a link that works once. Signs in, too. */
export async function choosePassword(body: NewPassword): Promise<User> {
  return enter(await answered(api.POST("/api/v1/password", { body })));
}
