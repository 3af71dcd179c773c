import { describe, expect, it } from "vitest";
import { rangeOf, readConditions, toggled, valuesOf } from "./conditions";

describe("what is asked of a field", () => {
  it("is read from an address as it was written there", () => {
    const all = {
      kind: { in: ["image"] },
      night: { in: [true, false] },
      notes: { words: "red car" },
      driver: { prefix: "A" },
      place: { box: { south: 1, west: 170, north: 2, east: -170 } },
      look: { exists: true },
      width: { atLeast: 640, atMost: 1920 },
      captured: { atMost: "2025-07-01" },
    };

    expect(readConditions(all)).toEqual(all);
  });

  it("is left out where it makes no sense", () => {
    expect(
      readConditions({
        a: { in: [] },
        b: { words: "" },
        c: { box: { south: 1 } },
        d: { atLeast: Number.NaN },
        e: { exists: "yes" },
        f: null,
        g: [],
        h: "image",
      }),
    ).toEqual({});
    expect(readConditions("kind")).toEqual({});
  });

  it("gains and loses values", () => {
    const two = toggled(toggled(undefined, "image"), "video");

    expect(valuesOf(two)).toEqual(["image", "video"]);
    expect(toggled(toggled(two, "image"), "video")).toBeUndefined();
  });

  it("becomes values where it was something else", () => {
    expect(toggled({ exists: false }, "image")).toEqual({ in: ["image"] });
    expect(rangeOf({ exists: false })).toEqual({});
  });
});
