import { describe, expect, it } from "vitest";
import type { Place } from "./camera";
import { areaOf, isInside } from "./lasso";

describe("a lasso", () => {
  it("is an area of no more corners than the server takes", () => {
    const line = Array.from({ length: 2500 }, (_, at): Place => [Math.cos(at / 400), Math.sin(at / 400)]);

    expect(areaOf(line)?.length).toBeLessThanOrEqual(1000);
    expect(areaOf(line.slice(0, 2))).toBeUndefined();
  });

  it("has what lies in it, and not what lies in its dents", () => {
    const arrow: [number, number][] = [
      [0, 0],
      [4, 0],
      [4, 4],
      [2, 1],
      [0, 4],
    ];

    expect(isInside(2, 0.5, arrow)).toBe(true);
    expect(isInside(2, 2, arrow)).toBe(false);
    expect(isInside(5, 0.5, arrow)).toBe(false);
  });
});
