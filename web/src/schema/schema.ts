import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "../api/client";

/** The metadata schema in force. */
export const schemaQuery = queryOptions({
  queryKey: ["schema"],
  queryFn: () => answered(api.GET("/api/v1/schema")),
});
