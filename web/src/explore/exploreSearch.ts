import type { NewSearch } from "../api/names";
import { type Area, filterOfArea, readArea } from "../map/area";
import { type Condition, type Conditions, filterOf, readConditions } from "./conditions";
import { readSimilarity, type Similarity, similarOf } from "./similarity";

/** What is looked for, and in which order it comes; it stands in the address. */
export interface ExploreSearch {
  words?: string;
  folder?: string;
  collection?: string;
  preset?: string;
  where?: Conditions;
  similar?: Similarity;
  /** The embedding whose map is shown, and the part of it that is looked into. */
  map?: { field: string; area?: Area };
  /** A field, with a minus before it for the greatest first. */
  sort?: string;
}

type Filter = Record<string, unknown>;

const TEXTS = ["words", "folder", "collection", "preset", "sort"] as const;

/** What an address says of it; whatever makes no sense there is left out. */
export function readExploreSearch(given: Record<string, unknown>): ExploreSearch {
  const texts = TEXTS.map((name) => [name, given[name]]).filter(([, text]) => typeof text === "string" && text !== "");
  const where = readConditions(given["where"]);
  const similar = readSimilarity(given["similar"]);
  return {
    ...Object.fromEntries(texts),
    ...(Object.keys(where).length > 0 ? { where } : {}),
    ...(similar === undefined ? {} : { similar }),
    ...readMap(given["map"]),
  };
}

function readMap(given: unknown): Pick<ExploreSearch, "map"> {
  if (typeof given !== "object" || given === null || !("field" in given) || typeof given.field !== "string") {
    return {};
  }
  const area = readArea("area" in given ? given.area : undefined);
  return { map: { field: given.field, ...(area === undefined ? {} : { area }) } };
}

/** The same with another part of the map that is shown. */
export function withArea(search: ExploreSearch, area: Area | undefined): ExploreSearch {
  return search.map === undefined || area === undefined
    ? withoutArea(search)
    : { ...search, map: { field: search.map.field, area } };
}

/** The same without the part of the map that is looked into. */
export function withoutArea({ map, ...rest }: ExploreSearch): ExploreSearch {
  return map === undefined ? rest : { ...rest, map: { field: map.field } };
}

/** The same with something else asked of a field, or nothing any more. */
export function asking(search: ExploreSearch, field: string, condition: Condition | undefined): ExploreSearch {
  const { [field]: _, ...others } = search.where ?? {};
  return readExploreSearch({
    ...search,
    where: condition === undefined ? others : { ...others, [field]: condition },
  });
}

/** Whether anything narrows what is found. */
export function isNarrowed({ sort: _, map, ...rest }: ExploreSearch): boolean {
  return map?.area !== undefined || Object.keys(rest).length > 0;
}

/** In the filter language; undefined for everything. */
export function filterOfSearch({ words, folder, collection, preset, where, map }: ExploreSearch): Filter | undefined {
  const parts: Filter[] = [
    ...(words === undefined ? [] : [{ words }]),
    ...(folder === undefined ? [] : [{ folder }]),
    ...(collection === undefined ? [] : [{ collection }]),
    ...(preset === undefined ? [] : [{ preset }]),
    ...(map?.area === undefined ? [] : [filterOfArea(map.field, map.area)]),
    ...Object.entries(where ?? {}).map(([field, condition]) => filterOf(field, condition)),
  ];
  return parts.length > 1 ? { and: parts } : parts[0];
}

/** What the server is asked for hits. */
export function requestOf(search: ExploreSearch): NewSearch {
  return {
    ...filterPart(filterOfSearch(search)),
    ...(search.similar === undefined ? {} : { similar: similarOf(search.similar) }),
    ...(search.sort === undefined ? {} : { sort: orderOf(search.sort) }),
  };
}

/** What the server is asked for items that were chosen one by one. */
export function requestFor(items: string[]): NewSearch {
  return { ...filterPart({ items }), withMembers: true };
}

function orderOf(sort: string): NonNullable<NewSearch["sort"]> {
  return sort.startsWith("-") ? { field: sort.slice(1), descending: true } : { field: sort, descending: false };
}

/** The interface describes a filter as any object. */
function filterPart(filter: Filter | undefined): { filter?: Record<string, never> } {
  return filter === undefined ? {} : { filter: filter as Record<string, never> };
}
