import { infiniteQueryOptions } from "@tanstack/react-query";
import { api } from "../api/client";
import { from, listed, onwards } from "../api/pages";

const PAGE = 20;

/** What an item's metadata was before, the newest first. */
export function pastMetadataQuery(item: string) {
  return infiniteQueryOptions({
    queryKey: ["items", item, "history"],
    queryFn: ({ pageParam }) =>
      listed(
        api.GET("/api/v1/items/{id}/history", {
          params: { path: { id: item }, query: { limit: PAGE, ...from(pageParam) } },
        }),
      ),
    ...onwards,
  });
}

export interface KeyChange {
  key: string;
  /** Undefined where the key was not there. */
  before: unknown;
  after: unknown;
}

type Metadata = Record<string, unknown>;

/** Which keys have other values than before. */
export function changesOf(before: Metadata, after: Metadata): KeyChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map((key) => ({ key, before: before[key], after: after[key] }));
}

const MOST_LETTERS = 60;

/** A value in one line; a dash for none. */
export function shortly(value: unknown): string {
  if (value === undefined) {
    return "–";
  }
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
}
