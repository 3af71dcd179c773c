import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";

/** A change that its form tells the outcome of. What is known about the same thing is asked for anew. */
export function useChange<Wish, Result>(
  change: (wish: Wish) => Promise<Result>,
  about: QueryKey,
  done?: (result: Result) => void,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (result) => {
      done?.(result);
      return queries.invalidateQueries({ queryKey: about });
    },
    meta: { isToldInPlace: true },
  });
}
