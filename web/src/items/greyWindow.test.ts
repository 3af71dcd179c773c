import { describe, expect, it } from "vitest";
import { brightness, windowOf } from "./greyWindow";

describe("a window of grey values", () => {
  it("goes from black to white, and cuts off what lies outside", () => {
    const all = windowOf(0, 255);

    expect([-5, 0, 51, 255, 300].map((value) => brightness(value, all))).toEqual([0, 0, 51, 255, 255]);
  });

  it("of one value is black below and white above", () => {
    const one = { center: 10, width: 1 };

    expect([9, 10].map((value) => brightness(value, one))).toEqual([0, 255]);
  });

  it("holds values as scanners write them", () => {
    const lung = { center: -600, width: 1500 };

    expect(brightness(-1350, lung)).toBe(0);
    expect(brightness(150, lung)).toBe(255);
    expect(brightness(-600, lung)).toBe(128);
  });
});
