import { describe, expect, it } from "vitest";
import type { SearchableField } from "../api/names";
import { isCounted, nameOf, offered, openAtFirst } from "./fields";

function field(
  name: string,
  type: SearchableField["type"],
  facet: SearchableField["facet"] = "terms",
): SearchableField {
  return { name, type, facet, options: [], operators: [], sortable: true };
}

const FIELDS = [
  field("title", "varchar"),
  field("kind", "enum"),
  field("folderId", "uuid"),
  field("metadata.weather", "enum"),
  field("metadata.notes", "text", "none"),
];

describe("the fields that are offered", () => {
  it("begin with kinds and the metadata, and leave out what is asked for elsewhere", () => {
    expect(offered(FIELDS).map(({ name }) => name)).toEqual(["kind", "metadata.weather", "metadata.notes", "title"]);
    expect(openAtFirst(FIELDS)).toEqual(["kind", "metadata.weather"]);
  });

  it("are counted where few values say much", () => {
    expect(FIELDS.filter(isCounted).map(({ name }) => name)).not.toContain("title");
    expect(isCounted(field("metadata.notes", "text", "none"))).toBe(false);
  });

  it("have names that people would say", () => {
    expect(nameOf("mimeType")).toBe("Media type");
    expect(nameOf("metadata.cam.id")).toBe("cam.id");
    expect(nameOf("quality.brightness")).toBe("Quality: brightness");
  });
});
