import { useCallback } from "react";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { answered, api } from "../api/client";
import { listed } from "../api/pages";
import type { Folder, NewFolderSync } from "../api/names";

const MOST = 1000;

/** The folders directly below one, or at the top. */
export function foldersQuery(parent: string | undefined) {
  return queryOptions({
    queryKey: ["folders", "below", parent ?? "root"],
    queryFn: async () =>
      (await listed(api.GET("/api/v1/folders", { params: { query: { parent: parent ?? "root", limit: MOST } } })))
        .results,
  });
}

export function folderQuery(id: string) {
  return queryOptions({
    queryKey: ["folders", id],
    queryFn: () => answered(api.GET("/api/v1/folders/{id}", { params: { path: { id } } })),
  });
}

/** A folder and those that it lies in, from the top down. */
export function folderPathQuery(id: string) {
  return queryOptions({
    queryKey: ["folders", id, "path"],
    queryFn: async ({ client }) => {
      const path: Folder[] = [];
      for (let next: string | null = id; next !== null; next = path[0]?.parentId ?? null) {
        path.unshift(await client.ensureQueryData(folderQuery(next)));
      }
      return path;
    },
  });
}

/** Forgets what is known of folders, their items, and the datasets that have them. */
export function useFreshFolders() {
  const queries = useQueryClient();
  return useCallback(
    () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["folders"] }),
        queries.invalidateQueries({ queryKey: ["items"] }),
        queries.invalidateQueries({ queryKey: ["datasets"] }),
      ]),
    [queries],
  );
}

export function useNewFolder(parentId: string | undefined) {
  const refresh = useFreshFolders();
  return useMutation({
    mutationFn: (wished: { name: string; sync: NewFolderSync | null }) =>
      answered(api.POST("/api/v1/folders", { body: { ...wished, parentId: parentId ?? null } })),
    onSuccess: refresh,
    meta: { isToldInPlace: true },
  });
}

export function useRemoval() {
  const refresh = useFreshFolders();
  return useMutation({
    mutationFn: (id: string) => api.DELETE("/api/v1/folders/{id}", { params: { path: { id } } }),
    onSuccess: refresh,
    meta: { isToldInPlace: true },
  });
}
