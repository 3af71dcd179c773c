import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "../api/client";

/** Signed URLs are asked for anew when half of a quarter of an hour has gone, the shortest that they commonly live. */
const FRESH = 7 * 60_000;

/** Where an item's object can be fetched for a while. */
export function signedUrlQuery(item: string) {
  return queryOptions({
    queryKey: ["items", item, "signed-url"],
    queryFn: async () =>
      (await answered(api.GET("/api/v1/items/{id}/signed-url", { params: { path: { id: item } } }))).url,
    staleTime: FRESH,
    retry: false,
  });
}
