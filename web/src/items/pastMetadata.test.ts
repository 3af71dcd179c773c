import { describe, expect, it } from "vitest";
import { changesOf, shortly } from "./pastMetadata";

describe("the history of metadata", () => {
  it("tells which keys were changed, added and removed", () => {
    expect(changesOf({ a: 1, b: [2], c: "x" }, { a: 1, b: [3], d: null })).toEqual([
      { key: "b", before: [2], after: [3] },
      { key: "c", before: "x", after: undefined },
      { key: "d", before: undefined, after: null },
    ]);
  });

  it("is told shortly", () => {
    expect([undefined, null, "rain", { a: 1 }].map(shortly)).toEqual(["–", "null", "rain", '{"a":1}']);
    expect(shortly("x".repeat(100))).toHaveLength(61);
  });
});
