import { describe, expect, it } from "vitest";
import { readCompareSearch } from "./compareSearch";

describe("what items are compared for", () => {
  it("is read from an address where it makes sense", () => {
    const all = { purpose: "outliers", by: "metadata.look", count: 20, of: { words: "red" } } as const;

    expect(readCompareSearch(all)).toEqual(all);
    expect(readCompareSearch({ purpose: "toString", by: "", threshold: -1, count: 0.5, of: "all" })).toEqual({});
  });
});
