import { expect, it } from "vitest";
import { stepOf } from "./steps";

const PLACES = { count: 20, columns: 6, perPage: 12 };

function arrows(from: number) {
  return ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"].map((key) => stepOf(key, from, PLACES));
}

it("arrows lead through rows and columns, and not out of them", () => {
  expect(arrows(8)).toEqual([7, 9, 2, 14]);
  expect(arrows(0)).toEqual([0, 1, 0, 6]);
  expect(arrows(19)).toEqual([18, 19, 13, 19]);
  expect(arrows(15)).toEqual([14, 16, 9, 15]);
});

it("other keys lead a screen on or back, or to an end", () => {
  expect(["PageUp", "PageDown", "Home", "End"].map((key) => stepOf(key, 14, PLACES))).toEqual([2, 19, 0, 19]);
  expect(stepOf("PageUp", 4, PLACES)).toBe(4);
  expect(stepOf("a", 4, PLACES)).toBeUndefined();
});
