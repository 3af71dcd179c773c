import { type ExploreSearch, readExploreSearch } from "../explore/exploreSearch";

/** What items are compared for. */
export const PURPOSES = {
  duplicates: "Near duplicates",
  outliers: "Outliers",
  diverse: "Diverse choice",
};

export type Purpose = keyof typeof PURPOSES;

export const PIXELS = "pixels";

/** Which items are compared, by what and what for; it stands in the address. */
export interface CompareSearch {
  purpose?: Purpose;
  /** An embedding; by the pictures themselves where nothing is said. */
  by?: string;
  /** The greatest distance of near duplicates; what the server thinks right where nothing is said. */
  threshold?: number;
  /** How many items are wanted. */
  count?: number;
  /** Which items; all where nothing is said. */
  of?: ExploreSearch;
}

/** What an address says of it; whatever makes no sense there is left out. */
export function readCompareSearch(given: Record<string, unknown>): CompareSearch {
  const { purpose, by, threshold, count, of } = given;
  const scope = typeof of === "object" && of !== null ? readExploreSearch(of as Record<string, unknown>) : {};
  return {
    ...(isPurpose(purpose) ? { purpose } : {}),
    ...(typeof by === "string" && by !== "" ? { by } : {}),
    ...(typeof threshold === "number" && threshold >= 0 ? { threshold } : {}),
    ...(typeof count === "number" && count >= 1 ? { count: Math.floor(count) } : {}),
    ...(Object.keys(scope).length > 0 ? { of: scope } : {}),
  };
}

function isPurpose(given: unknown): given is Purpose {
  return typeof given === "string" && Object.hasOwn(PURPOSES, given);
}

/** How far items may be from each other, and in which steps. */
export function thresholdsOf(by: string): { most: number; step: number; usual: number } {
  return by === PIXELS ? { most: 11, step: 1, usual: 6 } : { most: 0.2, step: 0.01, usual: 0.02 };
}
