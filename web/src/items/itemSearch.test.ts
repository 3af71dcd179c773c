import { describe, expect, it } from "vitest";
import { itemAddress, readItemSearch } from "./itemSearch";

describe("the address of an item", () => {
  it("may name a frame", () => {
    expect(readItemSearch({ frame: 0 })).toEqual({ frame: 0 });
    expect(itemAddress("a", 0)).toBe("/items/a?frame=0");
    expect(itemAddress("a", undefined)).toBe("/items/a");
  });

  it.each([-1, 1.5, "7", Infinity, null, undefined])("that names the frame %s names none", (frame) => {
    expect(readItemSearch({ frame })).toEqual({});
  });
});
