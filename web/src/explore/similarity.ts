import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "../api/client";
import type { NewSearch, SearchableField } from "../api/names";

/** What items should be like, and unlike, by an embedding. */
export interface Similarity {
  field: string;
  like?: string[];
  unlike?: string[];
  /** What they should be like, said in words. */
  text?: string;
}

/** How many of the nearest are looked at. */
const NEAREST = 1000;

/** What the server takes at most, of each sort. */
const MOST_ANCHORS = 20;

/** The embeddings that understand texts. */
export const encodersQuery = queryOptions({
  queryKey: ["schema", "encoders"],
  queryFn: () => answered(api.GET("/api/v1/search/encoders")),
});

/** What an address says of it; undefined where that makes no sense. */
export function readSimilarity(given: unknown): Similarity | undefined {
  if (typeof given !== "object" || given === null) {
    return undefined;
  }
  const { field, like, unlike, text } = given as Record<string, unknown>;
  const [wished, unwished] = [idsOf(like), idsOf(unlike)];
  const isText = typeof text === "string" && text !== "";
  if (typeof field !== "string" || (!isText && wished.length + unwished.length === 0)) {
    return undefined;
  }
  return {
    field,
    ...(wished.length > 0 ? { like: wished } : {}),
    ...(unwished.length > 0 ? { unlike: unwished } : {}),
    ...(isText ? { text } : {}),
  };
}

function idsOf(given: unknown): string[] {
  return Array.isArray(given) ? given.filter((id) => typeof id === "string").slice(0, MOST_ANCHORS) : [];
}

/** More items to be like, or unlike. Those of another embedding are forgotten. */
export function withAnchors(
  before: Similarity | undefined,
  field: string,
  side: "like" | "unlike",
  items: string[],
): Similarity {
  const { like = [], unlike = [], text }: Similarity = before?.field === field ? before : { field };
  const kept = { like: without(like, items), unlike: without(unlike, items) };
  const changed = { ...kept, [side]: [...kept[side], ...items].slice(-MOST_ANCHORS) };
  return { field, ...changed, ...(text === undefined ? {} : { text }) };
}

/** Without one of the items. */
export function withoutAnchor(before: Similarity, item: string): Similarity {
  return { ...before, like: without(before.like ?? [], [item]), unlike: without(before.unlike ?? [], [item]) };
}

function without(items: string[], others: string[]): string[] {
  return items.filter((item) => !others.includes(item));
}

/** In the words of the interface. */
export function similarOf({ field, like = [], unlike = [], text }: Similarity): NonNullable<NewSearch["similar"]> {
  const wished: Record<string, string>[] = like.map((item) => ({ item }));
  const all = {
    field,
    like: text === undefined ? wished : [{ text }, ...wished],
    unlike: unlike.map((item) => ({ item })),
    most: NEAREST,
  };
  return all as unknown as NonNullable<NewSearch["similar"]>;
}

/** The embeddings by which items can be compared. What items mean is known only where something understands texts. */
export function comparable(fields: SearchableField[], encoded: string[]): string[] {
  return fields
    .filter(({ type, name }) => type === "embedding" && (name.startsWith("metadata.") || encoded.includes(name)))
    .map(({ name }) => name);
}
