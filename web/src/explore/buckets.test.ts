import { describe, expect, it } from "vitest";
import { dayOf, isWithin, lastDayOf, rangeBetween, rangeOfDays, scaled } from "./buckets";

const BUCKETS = [
  { from: 0, to: 10, count: 3 },
  { from: 10, to: 20, count: 0 },
  { from: 20, to: 30, count: 1 },
];

describe("a histogram", () => {
  it("gives the range of buckets that were swept over, in either direction", () => {
    expect(rangeBetween(BUCKETS, 0, 1)).toEqual({ atLeast: 0, below: 20 });
    expect(rangeBetween(BUCKETS, 2, 1)).toEqual({ atLeast: 10, atMost: 30 });
    expect(rangeBetween([], 0, 0)).toBeUndefined();
  });

  it("shows which buckets a range has", () => {
    expect(BUCKETS.map((bucket) => isWithin(bucket, { atLeast: 10, below: 20 }))).toEqual([false, true, false]);
    expect(BUCKETS.map((bucket) => isWithin(bucket, {}))).toEqual([true, true, true]);
  });
});

describe("days", () => {
  it("begin and end in UTC", () => {
    expect(rangeOfDays("2025-06-01", "2025-06-30")).toEqual({ atLeast: "2025-06-01", below: "2025-07-01" });
    expect(rangeOfDays("", "")).toEqual({});
  });

  it("are read from ranges as they were written", () => {
    const range = rangeOfDays("2025-06-01", "2025-06-30");

    expect(dayOf(range.atLeast)).toBe("2025-06-01");
    expect(lastDayOf(range)).toBe("2025-06-30");
    expect(lastDayOf({ atMost: "2025-06-30T12:00:00Z" })).toBe("2025-06-30");
    expect(lastDayOf({})).toBe("");
    expect(dayOf("no day")).toBe("");
  });

  it("without an offset are of UTC", () => {
    expect(scaled("2025-06-01T12:00:00")).toBe(Date.UTC(2025, 5, 1, 12));
    expect(scaled("2025-06-01T12:00:00+02:00")).toBe(Date.UTC(2025, 5, 1, 10));
    expect(scaled("2025-06-01T12:00:00Z")).toBe(Date.UTC(2025, 5, 1, 12));
  });
});
