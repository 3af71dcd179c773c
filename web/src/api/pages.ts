import type { InfiniteData } from "@tanstack/react-query";
import { answered } from "./client";

/** A part of a list, as the server hands it out. */
export interface Page<T> {
  results: T[];
  nextPageToken: string | null;
}

/** The interface describes the elements of each list apart from the page that they come in. */
interface DescribedPage<T> {
  results: T[] | undefined;
  nextPageToken: string | null;
}

/** The page that a call is answered with. */
export async function listed<T>(call: Promise<{ data?: DescribedPage<T> }>): Promise<Page<T>> {
  const { results = [], nextPageToken } = await answered(call);
  return { results, nextPageToken };
}

/** What follows, for `useInfiniteQuery`. */
export const onwards = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: Page<unknown>) => page.nextPageToken ?? undefined,
};

/** The parameter that asks for a page: none for the first. */
export function from(pageToken: string | undefined): { pageToken?: string } {
  return pageToken === undefined ? {} : { pageToken };
}

/** All that was read so far. */
export function resultsOf<T>(data: InfiniteData<Page<T>, unknown> | undefined): T[] {
  return data === undefined ? [] : data.pages.flatMap((page) => page.results);
}
