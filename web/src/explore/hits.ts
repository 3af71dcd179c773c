import { infiniteQueryOptions, keepPreviousData } from "@tanstack/react-query";
import { answered, api } from "../api/client";
import type { NewSearch } from "../api/names";
import { from, onwards } from "../api/pages";

const PAGE = 200;

/** What is found, page by page. */
export function hitsQuery(request: NewSearch) {
  return infiniteQueryOptions({
    queryKey: ["items", "found", request],
    queryFn: ({ pageParam, signal }) =>
      answered(api.POST("/api/v1/search", { body: { ...request, limit: PAGE, ...from(pageParam) }, signal })),
    placeholderData: keepPreviousData,
    ...onwards,
  });
}
