import { describe, expect, it } from "vitest";
import type { NearDuplicates } from "../api/names";
import { isBehind } from "./comparisons";

function page(groups: number, nextPageToken: string | null = null): NearDuplicates {
  const group = { size: 2, items: [] };
  return {
    groups: Array.from({ length: groups }, () => group),
    total: 3,
    compared: 9,
    precision: "exact",
    nextPageToken,
  };
}

describe("near duplicates", () => {
  it("are behind where all pages are there and groups are missing", () => {
    expect(isBehind([page(2)])).toBe(true);
    expect(isBehind([page(2, "more"), page(0)])).toBe(true);
  });

  it("are as they are where more pages may come, or all groups are there", () => {
    expect(isBehind([page(2, "more")])).toBe(false);
    expect(isBehind([page(2, "more"), page(1)])).toBe(false);
    expect(isBehind([])).toBe(false);
  });
});
