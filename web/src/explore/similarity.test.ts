import { describe, expect, it } from "vitest";
import { readSimilarity, similarOf, withAnchors, withoutAnchor } from "./similarity";

describe("the like of something", () => {
  it("is asked for with items on both sides, and words", () => {
    const similar = similarOf({ field: "metadata.look", like: ["A"], unlike: ["B"], text: "red car" });

    expect(similar).toMatchObject({
      field: "metadata.look",
      like: [{ text: "red car" }, { item: "A" }],
      unlike: [{ item: "B" }],
    });
  });

  it("gains items, each on one side, and forgets those of another embedding", () => {
    const one = withAnchors(undefined, "metadata.look", "like", ["A", "B"]);
    const two = withAnchors(one, "metadata.look", "unlike", ["B"]);

    expect(two).toEqual({ field: "metadata.look", like: ["A"], unlike: ["B"] });
    expect(withAnchors(two, "meaning", "like", ["C"])).toEqual({ field: "meaning", like: ["C"], unlike: [] });
    expect(readSimilarity(withoutAnchor(withoutAnchor(two, "A"), "B"))).toBeUndefined();
  });

  it("is read from an address where it makes sense", () => {
    expect(readSimilarity({ field: "metadata.look", like: ["A", 3], text: "" })).toEqual({
      field: "metadata.look",
      like: ["A"],
    });
    expect(readSimilarity({ field: "meaning", text: "red car" })).toEqual({ field: "meaning", text: "red car" });
    expect(readSimilarity({ like: ["A"] })).toBeUndefined();
    expect(readSimilarity("A")).toBeUndefined();
  });
});
