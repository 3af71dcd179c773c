import { describe, expect, it } from "vitest";
import type { SyncRun } from "../api/names";
import { percentOf, wordsOf } from "./syncWords";

const COUNTS = { listed: 12, unsupported: 0, added: 0, changed: 0, vanished: 0, returned: 0, sidecars: 0 };

function run(state: SyncRun["state"], counts: Partial<SyncRun["counts"]>): SyncRun {
  return { state, phase: "LISTING", counts: { ...COUNTS, ...counts }, message: null } as SyncRun;
}

describe("a sync", () => {
  it("says what has changed, and nothing of what has not", () => {
    expect(wordsOf(run("DONE", { added: 3, vanished: 1 }))).toBe("12 listed, 3 new, 1 gone");
    expect(wordsOf(run("DONE", {}))).toBe("12 listed, nothing has changed");
    expect(wordsOf(run("PENDING", {}))).toBe("Listing objects: 12 listed");
  });

  it("is as far in a layer as pages, jobs or units are decided there", () => {
    expect(percentOf({ pending: 0, done: 0, error: 0, cancelled: 0 })).toBe(0);
    expect(percentOf({ pending: 1, done: 2, error: 1, cancelled: 0 })).toBe(75);
  });
});
