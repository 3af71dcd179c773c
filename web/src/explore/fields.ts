import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "../api/client";
import type { SearchableField } from "../api/names";

/** The fields that can be searched; keys of the metadata come and go with its schema. */
export const fieldsQuery = queryOptions({
  queryKey: ["schema", "fields"],
  queryFn: () => answered(api.GET("/api/v1/search/fields")),
});

const NAMES: Record<string, string> = {
  kind: "Kind",
  title: "Title",
  mimeType: "Media type",
  objectUrl: "Object URL",
  bytes: "Bytes",
  width: "Width",
  height: "Height",
  area: "Area",
  aspectRatio: "Aspect ratio",
  durationSeconds: "Seconds",
  framesPerSecond: "Frames per second",
  createdAt: "Registered",
  editedAt: "Changed",
  warnings: "Warnings",
};

const METADATA = "metadata.";

/** Ids are looked for by folders and collections, and members by the groups that they are of. */
const NOT_OFFERED = new Set(["folderId", "integrationId", "isMember"]);

/** Nearly every item has another one: counting them tells nothing. */
const DIFFERENT_EVERYWHERE = new Set(["title", "objectUrl"]);

const OPEN_AT_FIRST = 6;

/** What people call a field. */
export function nameOf(field: string): string {
  return NAMES[field] ?? (field.startsWith(METADATA) ? field.slice(METADATA.length) : inWords(field));
}

/** "quality.meanBrightness" as "Quality: mean brightness" */
function inWords(field: string): string {
  const words = field.replace(".", ": ").replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The fields of the filter panel: kinds first, then keys of the metadata, then what else is known of items. */
export function offered(fields: SearchableField[]): SearchableField[] {
  return fields
    .filter(({ name }) => !NOT_OFFERED.has(name))
    .sort((one, other) => rankOf(one.name) - rankOf(other.name));
}

function rankOf(field: string): number {
  return field === "kind" ? 0 : field.startsWith(METADATA) ? 1 : 2;
}

/** Whether it tells something how many items have which value. */
export function isCounted({ name, facet }: SearchableField): boolean {
  return facet !== "none" && !DIFFERENT_EVERYWHERE.has(name);
}

/** Those that are shown open before anybody opened one: the first whose values are few. */
export function openAtFirst(fields: SearchableField[]): string[] {
  return offered(fields)
    .filter(
      ({ name, type }) => name === "kind" || ((type === "enum" || type === "boolean") && name.startsWith(METADATA)),
    )
    .slice(0, OPEN_AT_FIRST)
    .map(({ name }) => name);
}
