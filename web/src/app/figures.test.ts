import { describe, expect, it } from "vitest";
import { counted, duration, size } from "./figures";

describe("figures", () => {
  it("say bytes in the unit that people would say", () => {
    expect([0, 999, 1000, 1_500_000, 99_600_000, 999_600, 7e15].map(size)).toEqual([
      "0 B",
      "999 B",
      "1.0 KB",
      "1.5 MB",
      "100 MB",
      "1.0 MB",
      "7000 TB",
    ]);
  });

  it("say seconds as a clock", () => {
    expect([0, 9.96, 61.04, 3723].map(duration)).toEqual(["0:00.0", "0:10.0", "1:01.0", "1:02:03"]);
  });

  it("know one from many", () => {
    expect([counted(1, "item"), counted(1200, "item"), counted(2, "entry", "entries")]).toEqual([
      "1 item",
      "1,200 items",
      "2 entries",
    ]);
  });
});
