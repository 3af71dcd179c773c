import { Button, Center } from "@mantine/core";
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type Page, resultsOf } from "../api/pages";
import { Trouble } from "./Trouble";
import { Waiting } from "./Waiting";

interface AskedPagesProps<T> {
  query: UseInfiniteQueryResult<InfiniteData<Page<T>, unknown>>;
  /** What is shown where the list has nothing. */
  empty: ReactNode;
  children: (results: T[]) => ReactNode;
}

/** Shows as much of a long list as was read, with a button that reads on; before, that it is awaited, or why it does not come. */
export function AskedPages<T>({ query, empty, children }: AskedPagesProps<T>) {
  if (query.isPending) {
    return <Waiting />;
  }
  const results = resultsOf(query.data);
  return (
    <>
      {query.isError && <Trouble error={query.error} again={query.refetch} />}
      {query.isSuccess && results.length === 0 && !query.hasNextPage && empty}
      {results.length > 0 && children(results)}
      {query.hasNextPage && (
        <Center>
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            Show more
          </Button>
        </Center>
      )}
    </>
  );
}
