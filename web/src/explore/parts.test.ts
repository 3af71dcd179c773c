import { expect, it } from "vitest";
import { partsAround } from "./parts";

it("what is in view is loaded, and what comes before and behind it", () => {
  expect(partsAround({ from: 0, to: 40 }, 1_000_000, 200)).toEqual([0, 1]);
  expect(partsAround({ from: 390, to: 430 }, 1_000_000, 200)).toEqual([0, 1, 2, 3]);
  expect(partsAround({ from: 999_960, to: 999_999 }, 1_000_000, 200)).toEqual([4998, 4999]);
});

it("nothing is loaded beyond the end", () => {
  expect(partsAround({ from: 0, to: 40 }, 200, 200)).toEqual([0]);
  expect(partsAround({ from: 0, to: 0 }, 0, 200)).toEqual([0]);
});
