import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { User } from "../api/names";
import { sessionQuery } from "./session";

/** Lets somebody in; what comes then is up to the page. */
export function useEntering<By>(enter: (by: By) => Promise<User>, then?: () => Promise<void>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: enter,
    onSuccess: (who) => {
      queries.setQueryData(sessionQuery.queryKey, who);
      return then?.();
    },
    meta: { isToldInPlace: true },
  });
}
