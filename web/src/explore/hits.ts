import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "../api/client";
import type { Hit, NewSearch } from "../api/names";
import type { TileItem } from "../files/ItemTile";

/** Hits come by so many at a time, of whatever place in all that is found. */
export const PART = 200;

/** A part of what is found, by its number, and how many hits there are. */
export function partQuery(request: NewSearch, number: number) {
  return queryOptions({
    queryKey: ["items", "found", request, number],
    queryFn: async ({ signal }) => {
      const body = { ...request, limit: PART, ...(number === 0 ? {} : { offset: number * PART }) };
      const { total, results } = await answered(api.POST("/api/v1/search", { body, signal }));
      return { total, items: results.map(tileOf) };
    },
  });
}

function tileOf({ id, kind, title, objectUrl, media, frame }: Hit): TileItem {
  return { id, kind, title, objectUrl, frame, bytes: media?.bytes ?? null };
}
