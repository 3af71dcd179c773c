import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { answered, api, changeHeaders } from "../api/client";
import { refusalOf } from "../api/problem";
import { readPoints } from "./points";

const WHILE_COMPUTING = 2000;
const METADATA = "metadata.";

/** The key of an embedding that is a field of searches. */
export function keyOf(field: string): string {
  return field.startsWith(METADATA) ? field.slice(METADATA.length) : field;
}

/** How far the map of an embedding is; asked again while it is computed. */
export function mapQuery(field: string) {
  const key = keyOf(field);
  return queryOptions({
    queryKey: ["maps", key],
    queryFn: () => answered(api.GET("/api/v1/embeddings/{key}/map", { params: { path: { key } } })),
    refetchInterval: ({ state: { data } }) => (data?.state === "computing" ? WHILE_COMPUTING : false),
  });
}

export function useMapComputation(field: string) {
  const key = keyOf(field);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answered(api.POST("/api/v1/embeddings/{key}/map", { params: { path: { key } } })),
    onSuccess: (map) => queries.setQueryData(mapQuery(field).queryKey, map),
  });
}

/** Where the vectors of the items that pass a filter lie. A million are 28 MB: they are forgotten when nobody looks. */
export function pointsQuery(field: string, version: number, filter: Record<string, unknown> | undefined) {
  return queryOptions({
    queryKey: ["maps", keyOf(field), "points", version, filter],
    queryFn: async ({ signal }) => {
      const response = await fetch(`/api/v1/embeddings/${encodeURIComponent(keyOf(field))}/map/points`, {
        method: "POST",
        headers: { ...changeHeaders(), "Content-Type": "application/json" },
        body: JSON.stringify(filter === undefined ? {} : { filter }),
        signal,
      });
      if (!response.ok) {
        throw await refusalOf(response);
      }
      return readPoints(await response.arrayBuffer());
    },
    structuralSharing: false,
    staleTime: 60_000,
    gcTime: 30_000,
    enabled: version > 0,
  });
}
