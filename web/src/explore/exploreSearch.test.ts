import { describe, expect, it } from "vitest";
import type { MetadataFields } from "../api/names";
import { readExploreSearch, requestOf, withToggled } from "./exploreSearch";

const FIELDS: MetadataFields = {
  weather: { ty: "enum", values: ["rain", "sun"] },
  night: { ty: "variant", hint: "boolean" },
  speed: { ty: "variant", hint: "number" },
};

describe("what is looked for", () => {
  it("asks for all parts at once, with values of their fields' types, and for the facets of the schema", () => {
    const request = requestOf(
      { words: "red car", folder: "F", only: { kind: ["image"], "metadata.night": ["true"] } },
      FIELDS,
    );

    expect(request.filter).toEqual({
      and: [
        { words: "red car" },
        { folder: "F" },
        { field: "kind", in: ["image"] },
        { field: "metadata.night", in: [true] },
      ],
    });
    expect(request.facets?.map(({ field }) => field)).toEqual(["kind", "metadata.weather", "metadata.night"]);
  });

  it("is everything where nothing is said", () => {
    expect(requestOf({}, {})).not.toHaveProperty("filter");
  });

  it("gains and loses values", () => {
    const one = withToggled({}, "kind", "image");
    const two = withToggled(one, "kind", "video");

    expect(two.only).toEqual({ kind: ["image", "video"] });
    expect(withToggled(withToggled(two, "kind", "image"), "kind", "video")).toEqual({});
  });

  it("takes from an address what makes sense there", () => {
    expect(readExploreSearch({ words: "", folder: 3, only: { kind: "image", weather: ["rain"] } })).toEqual({
      only: { weather: ["rain"] },
    });
  });
});
