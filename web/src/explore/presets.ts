import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { answered, api } from "../api/client";
import type { FilterPreset } from "../api/names";
import { listed } from "../api/pages";

const MOST = 1000;

/** The filters that are kept for the whole organisation, the oldest first. */
export const presetsQuery = queryOptions({
  queryKey: ["presets"],
  queryFn: async () =>
    (await listed(api.GET("/api/v1/filter-presets", { params: { query: { limit: MOST } } }))).results,
});

export function presetQuery(id: string) {
  return queryOptions({
    queryKey: ["presets", id],
    queryFn: () => answered(api.GET("/api/v1/filter-presets/{id}", { params: { path: { id } } })),
  });
}

function useFreshPresets() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: presetsQuery.queryKey });
}

/** Keeps a filter under a name. */
export function useNewPreset(filter: Record<string, unknown>) {
  return useMutation({
    mutationFn: (name: string) =>
      answered(api.POST("/api/v1/filter-presets", { body: { name, filter: filter as Record<string, never> } })),
    onSuccess: useFreshPresets(),
    meta: { isToldInPlace: true },
  });
}

export function usePresetName({ id }: FilterPreset) {
  return useMutation({
    mutationFn: (name: string) =>
      answered(api.PATCH("/api/v1/filter-presets/{id}", { params: { path: { id } }, body: { name } })),
    onSuccess: useFreshPresets(),
    meta: { isToldInPlace: true },
  });
}

export function usePresetRemoval() {
  return useMutation({
    mutationFn: ({ id }: FilterPreset) => api.DELETE("/api/v1/filter-presets/{id}", { params: { path: { id } } }),
    onSuccess: useFreshPresets(),
    meta: { isToldInPlace: true },
  });
}
