import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { notifications } from "@mantine/notifications";
import { Refusal, wordsOf } from "../api/problem";

const TRIES = 2;
const SESSION = ["session"];

/** What was asked of the server and is still known. A change that fails is told in a corner of the page, unless its form tells it. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => failures < TRIES && !(error instanceof Refusal && !error.isPassing),
      throwOnError: false,
    },
  },
  queryCache: new QueryCache({ onError: askWhoIsHere }),
  mutationCache: new MutationCache({
    onError: (error, _variables, _result, mutation) => {
      askWhoIsHere(error);
      if (mutation.meta?.["isToldInPlace"] !== true) {
        notifications.show({ color: "red", title: "That did not work", message: wordsOf(error), autoClose: 10_000 });
      }
    },
  }),
});

/** A session that has ended is noticed by whatever is asked next; the gate then asks who is here. */
function askWhoIsHere(error: Error): void {
  if (error instanceof Refusal && error.isUnauthenticated && queries.getQueryData(SESSION) !== undefined) {
    void queries.resetQueries({ queryKey: SESSION, exact: true });
  }
}
