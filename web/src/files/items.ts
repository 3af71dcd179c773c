import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { answered, api } from "../api/client";
import { from, listed, onwards } from "../api/pages";
import type { FilesSearch } from "./filesSearch";

const PAGE = 200;

/** The items directly in a folder, page by page. */
export function itemsQuery(folder: string, { search, kind, sort }: FilesSearch) {
  return infiniteQueryOptions({
    queryKey: ["items", "in", folder, { search, kind, sort }],
    queryFn: ({ pageParam }) =>
      listed(
        api.GET("/api/v1/folders/{id}/items", {
          params: {
            path: { id: folder },
            query: {
              limit: PAGE,
              ...(search === undefined ? {} : { search }),
              ...(kind === undefined ? {} : { kind }),
              ...(sort === undefined ? {} : { sort }),
              ...from(pageParam),
            },
          },
        }),
      ),
    ...onwards,
  });
}

export function itemQuery(id: string) {
  return queryOptions({
    queryKey: ["items", id],
    queryFn: () => answered(api.GET("/api/v1/items/{id}", { params: { path: { id } } })),
  });
}
