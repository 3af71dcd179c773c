import { expect, it } from "vitest";
import { between } from "./useSelection";

it("a range goes from one item to another in either direction, and is one item where the first is gone", () => {
  const items = ["a", "b", "c", "d"];

  expect(between(items, "b", "d")).toEqual(["b", "c", "d"]);
  expect(between(items, "d", "b")).toEqual(["b", "c", "d"]);
  expect(between(items, "x", "c")).toEqual(["c"]);
});
