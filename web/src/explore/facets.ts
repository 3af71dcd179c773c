import { keepPreviousData, queryOptions, useQueries } from "@tanstack/react-query";
import { answered, api } from "../api/client";
import type { FacetCounts, SearchableField } from "../api/names";
import { asking, type ExploreSearch, requestOf } from "./exploreSearch";
import { isCounted } from "./fields";

const BUCKETS = 24;
const MOST_TERMS = 12;
/** What one request may ask for. */
const MOST_FACETS = 50;

function countsQuery(search: ExploreSearch, fields: SearchableField[]) {
  const { sort: _, ...unsorted } = search;
  const request = {
    ...requestOf(unsorted),
    limit: 0,
    facets: fields.slice(0, MOST_FACETS).map(facetOf),
  };
  return queryOptions({
    queryKey: ["items", "counted", request],
    queryFn: async () => (await answered(api.POST("/api/v1/search", { body: request }))).facets,
    placeholderData: keepPreviousData,
  });
}

function facetOf({ name, facet }: SearchableField) {
  return facet === "histogram" ? { field: name, buckets: BUCKETS } : { field: name, most: MOST_TERMS };
}

interface Facets {
  counts: Map<string, FacetCounts>;
  error: Error | null;
}

/**
 * How many items have which values of some fields. A field of which something is asked is counted as if that were not asked, so that its other values
 * can be seen and chosen.
 */
export function useFacets(search: ExploreSearch, fields: SearchableField[]): Facets {
  const counted = fields.filter(isCounted);
  const asked = counted.filter(({ name }) => search.where?.[name] !== undefined);
  const others = counted.filter((field) => !asked.includes(field));
  return useQueries({
    queries: [
      { ...countsQuery(search, others), enabled: others.length > 0 },
      ...asked.map((field) => countsQuery(asking(search, field.name, undefined), [field])),
    ],
    combine: (answers) => ({
      counts: new Map(answers.flatMap(({ data = [] }) => data).map((facet) => [facet.field, facet])),
      error: answers.find(({ error }) => error !== null)?.error ?? null,
    }),
  });
}
