import { describe, expect, it } from "vitest";
import { drawnLength, LONGEST, placeOf, scrolled, topOf } from "./longScroll";

const SHORT = { whole: 90_000, view: 600 };
const LONG = { whole: 300_000_000, view: 600 };

describe("a scroll bar", () => {
  it("stands for the place of a list that browsers can draw", () => {
    expect(drawnLength(SHORT)).toBe(90_000);
    expect(placeOf(1234, SHORT)).toBe(1234);
    expect(scrolled({ top: 0, place: 0 }, 80_000, SHORT)).toEqual({ top: 80_000, place: 80_000 });
  });

  it("stands for all of a longer list, ends and middle included", () => {
    const lastTop = drawnLength(LONG) - LONG.view;

    expect(drawnLength(LONG)).toBe(LONGEST);
    expect(placeOf(0, LONG)).toBe(0);
    expect(placeOf(lastTop, LONG)).toBe(LONG.whole - LONG.view);
    expect(placeOf(lastTop / 2, LONG)).toBeCloseTo((LONG.whole - LONG.view) / 2);
    for (const top of [5, 199_999, 200_001, 4_000_000, lastTop - 10]) {
      expect(topOf(placeOf(top, LONG), LONG)).toBeCloseTo(top);
    }
  });

  it("moves a longer list by steps as far as it is moved itself, and not beyond its ends", () => {
    const from = { top: 1_000_000, place: placeOf(1_000_000, LONG) };

    expect(scrolled(from, 1_000_100, LONG)).toEqual({ top: 1_000_100, place: from.place + 100 });
    expect(scrolled(from, 999_900, LONG).place).toBe(from.place - 100);
    expect(scrolled(from, 2_000_000, LONG).place).toBe(placeOf(2_000_000, LONG));
    expect(scrolled({ top: 150, place: 100 }, 0, LONG).place).toBe(0);
  });
});
