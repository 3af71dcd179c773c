import { describe, expect, it } from "vitest";
import { FIELD_TYPES, type FieldType, faultOf, fieldOf, typeOf } from "./fieldTypes";

describe("the types of keys", () => {
  it("are written so that they are read as what they were", () => {
    for (const type of Object.keys(FIELD_TYPES) as FieldType[]) {
      expect(typeOf(fieldOf(type))).toBe(type);
    }
  });

  it("that only older schemas have are kept as they are", () => {
    expect(typeOf({ ty: "tombstone" })).toBeUndefined();
    expect(typeOf({ ty: "number" })).toBeUndefined();
  });

  it("do without choices in no enum", () => {
    expect(faultOf({ weather: { ty: "enum", values: [] } })).toContain("weather");
    expect(faultOf({ weather: { ty: "enum", values: ["rain"] } })).toBeUndefined();
  });
});
