import { infiniteQueryOptions, keepPreviousData } from "@tanstack/react-query";
import { answered, api } from "../api/client";
import type { NewSearch } from "../api/names";
import { from, onwards } from "../api/pages";

/** What is found, page by page, with how many there are of what. */
export function hitsQuery(request: NewSearch) {
  return infiniteQueryOptions({
    queryKey: ["items", "found", request],
    queryFn: ({ pageParam }) => answered(api.POST("/api/v1/search", { body: { ...request, ...from(pageParam) } })),
    placeholderData: keepPreviousData,
    ...onwards,
  });
}
