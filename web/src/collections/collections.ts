import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { answered, api } from "../api/client";
import type { Collection, NewSearch } from "../api/names";
import { listed } from "../api/pages";

const MOST = 1000;

/** The collections that there are, the oldest first. */
export const collectionsQuery = queryOptions({
  queryKey: ["collections"],
  queryFn: async () => (await listed(api.GET("/api/v1/collections", { params: { query: { limit: MOST } } }))).results,
});

export function collectionQuery(id: string) {
  return queryOptions({
    queryKey: ["collections", id],
    queryFn: () => answered(api.GET("/api/v1/collections/{id}", { params: { path: { id } } })),
  });
}

/** Forgets which items are in which collections. */
function useFreshCollections() {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: collectionsQuery.queryKey }),
      queries.invalidateQueries({ queryKey: ["items"] }),
    ]);
}

/** Where items are collected: a collection that is there, or a new one of a folder at the top. */
export type Target = { collection: string } | { folderId: string; name: string };

/** Puts what a search finds into a collection. */
export function useCollecting(search: NewSearch) {
  return useMutation({
    mutationFn: (target: Target) =>
      answered(
        "collection" in target
          ? api.POST("/api/v1/collections/{id}/additions", {
              params: { path: { id: target.collection } },
              body: search,
            })
          : api.POST("/api/v1/collections", { body: { ...target, search } }),
      ),
    onSuccess: useFreshCollections(),
    meta: { isToldInPlace: true },
  });
}

/** Takes what a search finds out of a collection. */
export function useTakingOut(collection: string) {
  return useMutation({
    mutationFn: (search: NewSearch) =>
      answered(api.POST("/api/v1/collections/{id}/removals", { params: { path: { id: collection } }, body: search })),
    onSuccess: useFreshCollections(),
  });
}

export function useCollectionName({ id }: Collection) {
  return useMutation({
    mutationFn: (name: string) =>
      answered(api.PATCH("/api/v1/collections/{id}", { params: { path: { id } }, body: { name } })),
    onSuccess: useFreshCollections(),
    meta: { isToldInPlace: true },
  });
}

export function useCollectionRemoval({ id }: Collection) {
  return useMutation({
    mutationFn: () => api.DELETE("/api/v1/collections/{id}", { params: { path: { id } } }),
    onSuccess: useFreshCollections(),
    meta: { isToldInPlace: true },
  });
}
