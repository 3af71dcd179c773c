import { describe, expect, it } from "vitest";
import { asking, filterOfSearch, isNarrowed, readExploreSearch, requestOf, withoutArea } from "./exploreSearch";

describe("what is looked for", () => {
  it("asks for all parts at once, in the filter language", () => {
    const filter = filterOfSearch({
      words: "red car",
      folder: "F",
      collection: "C",
      preset: "P",
      where: { kind: { in: ["image"] }, "metadata.night": { in: [true] }, width: { atLeast: 640 } },
    });

    expect(filter).toEqual({
      and: [
        { words: "red car" },
        { folder: "F" },
        { collection: "C" },
        { preset: "P" },
        { field: "kind", in: ["image"] },
        { field: "metadata.night", in: [true] },
        { field: "width", atLeast: 640 },
      ],
    });
  });

  it("is everything where nothing is said, in the order that is said", () => {
    expect(requestOf({})).toEqual({});
    expect(requestOf({ sort: "-width" })).toEqual({ sort: { field: "width", descending: true } });
    expect(isNarrowed({ sort: "-width" })).toBe(false);
    expect(isNarrowed({ where: { width: { exists: true } } })).toBe(true);
  });

  it("looks into a part of a map, and into no other that makes no sense", () => {
    const corners = [
      [0, 0],
      [1, 0],
      [0, 1],
    ];
    const search = readExploreSearch({ map: { field: "metadata.look", area: { version: 2, corners } } });

    expect(filterOfSearch(search)).toEqual({ map: { field: "metadata.look", version: 2, area: corners } });
    expect(isNarrowed(search)).toBe(true);
    expect(readExploreSearch({ map: { field: "metadata.look", area: { version: 2, corners: [[0, 0]] } } })).toEqual({
      map: { field: "metadata.look" },
    });
    expect(isNarrowed(withoutArea(search))).toBe(false);
  });

  it("asks one thing of a field, or nothing any more", () => {
    const one = asking({ words: "a" }, "width", { atLeast: 10 });
    const other = asking(one, "width", { exists: false });

    expect(other).toEqual({ words: "a", where: { width: { exists: false } } });
    expect(asking(other, "width", undefined)).toEqual({ words: "a" });
  });

  it("takes from an address what makes sense there", () => {
    expect(readExploreSearch({ words: "", folder: 3, where: { kind: "image", weather: { in: ["rain", 3] } } })).toEqual(
      {
        where: { weather: { in: ["rain"] } },
      },
    );
  });
});
