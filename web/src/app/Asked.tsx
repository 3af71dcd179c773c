import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Trouble } from "./Trouble";
import { Waiting } from "./Waiting";

/** Shows what was asked for once it is there; until then that it is awaited, or why it does not come. */
export function Asked<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) {
    return children(query.data);
  }
  return query.isError ? <Trouble error={query.error} again={query.refetch} /> : <Waiting />;
}
