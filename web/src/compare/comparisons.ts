import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { answered, api } from "../api/client";
import type { NearDuplicateGroup, NearDuplicates } from "../api/names";
import { from, onwards } from "../api/pages";
import { filterOfSearch } from "../explore/exploreSearch";
import { type CompareSearch, PIXELS } from "./compareSearch";

const GROUPS = 20;
const WANTED = 100;

/** How soon to look again where the index does not know yet what was deleted. */
const LOOK = 1000;

function question({ by = PIXELS, of = {} }: CompareSearch) {
  const filter = filterOfSearch(of);
  return { by, ...(filter === undefined ? {} : { filter: filter as Record<string, never> }) };
}

/** Groups of items that are nearly the same, the largest first. */
export function duplicatesQuery(search: CompareSearch) {
  const { threshold } = search;
  const body = { ...question(search), ...(threshold === undefined ? {} : { threshold }), limit: GROUPS };
  return infiniteQueryOptions({
    queryKey: ["items", "near-duplicates", body],
    queryFn: async ({ pageParam, signal }) => {
      const page = await answered(
        api.POST("/api/v1/search/near-duplicates", { body: { ...body, ...from(pageParam) }, signal }),
      );
      return { ...page, results: page.groups };
    },
    retry: false,
    refetchInterval: ({ state }) => (state.data !== undefined && isBehind(state.data.pages) ? LOOK : false),
    ...onwards,
  });
}

/** Whether groups are counted that are none any more. */
export function isBehind(pages: Pick<NearDuplicates, "groups" | "total" | "nextPageToken">[]): boolean {
  const last = pages.at(-1);
  const shown = pages.reduce((sum, { groups }) => sum + groups.length, 0);
  return last !== undefined && last.nextPageToken === null && shown < last.total;
}

/** Items that differ from one another, or that have nothing near them. */
export function choiceQuery(search: CompareSearch) {
  const body = { ...question(search), count: search.count ?? WANTED };
  const path = search.purpose === "outliers" ? "/api/v1/search/outliers" : "/api/v1/search/diverse";
  return queryOptions({
    queryKey: ["items", path, body],
    queryFn: ({ signal }) => answered(api.POST(path, { body, signal })),
    retry: false,
  });
}

/** All of a group but the one that is kept. */
export function restOf({ items }: NearDuplicateGroup, kept: string) {
  return items.filter(({ id }) => id !== kept);
}

/** A distance in few figures. */
export function distanceWords(distance: number | null, by: string): string {
  if (distance === null) {
    return "";
  }
  return by === PIXELS ? `${distance} of 64 bits differ` : `distance ${Number(distance.toPrecision(2))}`;
}
