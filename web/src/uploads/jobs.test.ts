import { describe, expect, it } from "vitest";
import type { UploadJob } from "../api/names";
import { isFlawless, percentDone } from "./jobs";

const COUNTS: UploadJob["counts"] = {
  entries: 0,
  planned: 0,
  known: 0,
  trusted: 0,
  toProbe: 0,
  probed: 0,
  registered: 0,
  metadataUpdated: 0,
  duplicatesInManifest: 0,
  failed: 0,
  cancelled: 0,
};

function job(state: UploadJob["state"], counts: Partial<UploadJob["counts"]>): UploadJob {
  return { state, counts: { ...COUNTS, ...counts } } as UploadJob;
}

describe("a job", () => {
  it("advances while its entries are looked up and its objects are looked at", () => {
    expect(percentDone(job("PENDING", {}))).toBe(0);
    expect(percentDone(job("PENDING", { entries: 10, planned: 10, toProbe: 10, probed: 0 }))).toBe(49);
    expect(percentDone(job("PENDING", { entries: 10, planned: 10, toProbe: 10, probed: 10 }))).toBe(99);
    expect(percentDone(job("DONE", { entries: 10, planned: 10 }))).toBe(100);
  });

  it("has a flaw when it left out what failed", () => {
    expect(isFlawless(job("DONE", { entries: 2, registered: 2 }))).toBe(true);
    expect(isFlawless(job("DONE", { entries: 2, registered: 1, failed: 1 }))).toBe(false);
    expect(isFlawless(job("ERROR", {}))).toBe(false);
  });
});
