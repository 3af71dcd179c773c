import type { MetadataFields, NewSearch } from "../api/names";

/** What is looked for; it stands in the address. */
export interface ExploreSearch {
  words?: string;
  folder?: string;
  /** Of a field, the values that items have to have one of. */
  only?: Record<string, string[]>;
}

const KIND = "kind";
const MOST_TERMS = 8;

/** What an address says of it; whatever makes no sense there is left out. */
export function readExploreSearch(given: Record<string, unknown>): ExploreSearch {
  const only = onlyOf(given["only"]);
  return {
    ...(typeof given["words"] === "string" && given["words"] !== "" ? { words: given["words"] } : {}),
    ...(typeof given["folder"] === "string" ? { folder: given["folder"] } : {}),
    ...(Object.keys(only).length > 0 ? { only } : {}),
  };
}

function onlyOf(given: unknown): Record<string, string[]> {
  if (typeof given !== "object" || given === null) {
    return {};
  }
  const lists = Object.entries(given).filter((entry): entry is [string, string[]] => isTexts(entry[1]));
  return Object.fromEntries(lists.filter(([, values]) => values.length > 0));
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

/** The same with a value more, or without one that was there. */
export function withToggled(search: ExploreSearch, field: string, value: string): ExploreSearch {
  const before = search.only?.[field] ?? [];
  const values = before.includes(value) ? before.filter((other) => other !== value) : [...before, value];
  return readExploreSearch({ ...search, only: { ...search.only, [field]: values } });
}

/** The fields whose values are offered: kinds, and what the schema lists the values of. */
export function facetFields(fields: MetadataFields): string[] {
  const listed = Object.entries(fields).filter(([, { ty, hint }]) => ty === "enum" || (hint ?? ty) === "boolean");
  return [KIND, ...listed.map(([key]) => `metadata.${key}`)];
}

/** What the server is asked. */
export function requestOf(search: ExploreSearch, fields: MetadataFields): NewSearch {
  const parts: Record<string, unknown>[] = [];
  if (search.words !== undefined) {
    parts.push({ words: search.words });
  }
  if (search.folder !== undefined) {
    parts.push({ folder: search.folder });
  }
  for (const [field, values] of Object.entries(search.only ?? {})) {
    parts.push({ field, in: isBoolean(field, fields) ? values.map((value) => value === "true") : values });
  }
  return {
    ...(parts.length === 0 ? {} : { filter: { and: parts } as unknown as Record<string, never> }),
    facets: facetFields(fields).map((field) => ({ field, most: MOST_TERMS })),
  };
}

function isBoolean(field: string, fields: MetadataFields): boolean {
  const declared = fields[field.replace(/^metadata\./, "")];
  return declared !== undefined && (declared.hint ?? declared.ty) === "boolean";
}
