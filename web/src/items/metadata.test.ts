import { describe, expect, it } from "vitest";
import { editorOf, firstValue } from "./metadata";

describe("a metadata value", () => {
  it("is edited by the type of its key", () => {
    expect(editorOf({ ty: "variant", hint: "number" }, 3)).toEqual({ kind: "number" });
    expect(editorOf({ ty: "enum", values: ["rain", "sun"] }, "rain")).toEqual({
      kind: "choice",
      values: ["rain", "sun"],
    });
    expect(editorOf({ ty: "geospatial" }, { latitude: 1, longitude: 2 })).toEqual({ kind: "json" });
  });

  it("is edited as what it is where it does not fit its key, or the key is unknown", () => {
    expect(editorOf({ ty: "variant", hint: "number" }, "three")).toEqual({ kind: "text" });
    expect(editorOf(undefined, true)).toEqual({ kind: "boolean" });
    expect(editorOf(undefined, [1])).toEqual({ kind: "json" });
  });

  it("begins as something of its key's type", () => {
    expect(firstValue({ ty: "variant", hint: "boolean" })).toBe(false);
    expect(firstValue({ ty: "enum", values: ["rain"] })).toBe("rain");
    expect(firstValue(undefined)).toBe("");
  });
});
