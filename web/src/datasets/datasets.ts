import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { answered, api } from "../api/client";
import type { Dataset, NewDataRows, NewDataset } from "../api/names";
import { from, listed, onwards } from "../api/pages";

const PAGE = 50;
const MOST_LINKED = 1000;

/** Datasets in the order of their making; those only whose title has the text. */
export function datasetsQuery(search: string) {
  return infiniteQueryOptions({
    queryKey: ["datasets", "found", search],
    queryFn: ({ pageParam }) =>
      listed(
        api.GET("/api/v1/datasets", {
          params: { query: { limit: PAGE, ...(search === "" ? {} : { search }), ...from(pageParam) } },
        }),
      ),
    ...onwards,
  });
}

export function datasetQuery(id: string) {
  return queryOptions({
    queryKey: ["datasets", id],
    queryFn: () => answered(api.GET("/api/v1/datasets/{id}", { params: { path: { id } } })),
  });
}

export function rowsQuery(dataset: string) {
  return infiniteQueryOptions({
    queryKey: ["datasets", dataset, "rows"],
    queryFn: ({ pageParam }) =>
      listed(
        api.GET("/api/v1/datasets/{id}/rows", {
          params: { path: { id: dataset }, query: { limit: PAGE, ...from(pageParam) } },
        }),
      ),
    ...onwards,
  });
}

export function createDataset(body: NewDataset): Promise<Dataset> {
  return answered(api.POST("/api/v1/datasets", { body }));
}

export function removeDataset({ id }: Dataset) {
  return api.DELETE("/api/v1/datasets/{id}", { params: { path: { id } } });
}

export function removeRows({ dataset, rows }: { dataset: string; rows: string[] }) {
  return api.POST("/api/v1/datasets/{id}/rows/removals", { params: { path: { id: dataset } }, body: { rows } });
}

/** What becomes of items that a dataset has already. */
export type Duplicates = NonNullable<NewDataRows["duplicates"]>;

export const DUPLICATES: Record<Duplicates, string> = {
  SKIP: "leave them as they are",
  FAIL: "link nothing",
  DUPLICATE: "give them another row",
};

export interface LinkOrder {
  dataset: string;
  items: string[];
  duplicates: Duplicates;
}

/** Links items, all of them or none. */
export function linkItems({ dataset, items, duplicates }: LinkOrder) {
  return answered(
    api.POST("/api/v1/datasets/{id}/rows", { params: { path: { id: dataset } }, body: { items, duplicates } }),
  );
}

/** Links all that lies directly in a folder, a thousand at a time, and says how far it is. What was linked before something failed stays. */
export async function linkFolder(
  { dataset, folder, duplicates }: { dataset: string; folder: string; duplicates: Duplicates },
  onLinked: (items: number) => void,
): Promise<number> {
  let linked = 0;
  let next: string | undefined;
  do {
    const page = await listed(
      api.GET("/api/v1/folders/{id}/items", {
        params: { path: { id: folder }, query: { limit: MOST_LINKED, ...from(next) } },
      }),
    );
    if (page.results.length > 0) {
      await linkItems({ dataset, items: page.results.map(({ id }) => id), duplicates });
    }
    linked += page.results.length;
    onLinked(linked);
    next = page.nextPageToken ?? undefined;
  } while (next !== undefined);
  return linked;
}
