import { MutationCache, QueryClient } from "@tanstack/react-query";
import { notifications } from "@mantine/notifications";
import { Refusal, wordsOf } from "../api/problem";

const TRIES = 2;

/** What was asked of the server and is still known. A change that fails is told in a corner of the page, unless its form tells it. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => failures < TRIES && !(error instanceof Refusal && !error.isPassing),
      throwOnError: false,
    },
  },
  mutationCache: new MutationCache({
    onError: (error, _variables, _result, mutation) => {
      if (mutation.meta?.["isToldInPlace"] !== true) {
        notifications.show({ color: "red", title: "That did not work", message: wordsOf(error), autoClose: 10_000 });
      }
    },
  }),
});
