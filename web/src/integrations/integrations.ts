import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "../api/client";
import { listed } from "../api/pages";

const MOST = 1000;

export const integrationsQuery = queryOptions({
  queryKey: ["integrations"],
  queryFn: async () => (await listed(api.GET("/api/v1/integrations", { params: { query: { limit: MOST } } }))).results,
});

export function integrationQuery(id: string) {
  return queryOptions({
    queryKey: ["integrations", id],
    queryFn: () => answered(api.GET("/api/v1/integrations/{id}", { params: { path: { id } } })),
  });
}
