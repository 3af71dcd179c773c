import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "../api/client";
import type { IssuedToken, NewSshKey, PasswordChange, SshKey, Token, User } from "../api/names";
import { listed } from "../api/pages";

export const sshKeysQuery = queryOptions({
  queryKey: ["profile", "ssh-keys"],
  queryFn: async () => (await listed(api.GET("/api/v1/profile/ssh-keys"))).results,
});

export const tokensQuery = queryOptions({
  queryKey: ["profile", "tokens"],
  queryFn: async () => (await listed(api.GET("/api/v1/profile/tokens"))).results,
});

export function rename(name: string): Promise<User> {
  return answered(api.PATCH("/api/v1/profile", { body: { name } }));
}

/** Other sessions of the user end. */
export function changePassword(body: PasswordChange) {
  return api.POST("/api/v1/profile/password", { body });
}

export function addSshKey(body: NewSshKey): Promise<SshKey> {
  return answered(api.POST("/api/v1/profile/ssh-keys", { body }));
}

export function removeSshKey({ id }: SshKey) {
  return api.DELETE("/api/v1/profile/ssh-keys/{id}", { params: { path: { id } } });
}

export function issueToken(name: string): Promise<IssuedToken> {
  return answered(api.POST("/api/v1/profile/tokens", { body: { name } }));
}

export function revokeToken({ id }: Token) {
  return api.DELETE("/api/v1/profile/tokens/{id}", { params: { path: { id } } });
}
