import { describe, expect, it } from "vitest";
import type { Roles } from "../api/names";
import { grantsOf, withRole } from "./sharing";

const ROLES = {
  users: [{ user: { id: "u1", email: "ada@example.org" }, role: "admin" }],
  groups: [{ group: { id: "g1", name: "Annotators" }, role: "user" }],
} as Roles;

describe("what is shared", () => {
  it("is listed by users, then by groups", () => {
    expect(grantsOf(ROLES).map(({ label, role }) => [label, role])).toEqual([
      ["ada@example.org", "admin"],
      ["Annotators", "user"],
    ]);
  });

  it("names users by address and groups by id where roles are changed", () => {
    expect(grantsOf(ROLES).map((grant) => withRole(grant, "user"))).toEqual([
      { email: "ada@example.org", role: "user" },
      { groupId: "g1", role: "user" },
    ]);
  });
});
