/** A part of a map that was drawn around. It holds for the version that it was drawn on. */
export interface Area {
  version: number;
  corners: [x: number, y: number][];
}

/** What an address says of it; undefined where that makes no sense. */
export function readArea(given: unknown): Area | undefined {
  if (typeof given !== "object" || given === null) {
    return undefined;
  }
  const { version, corners } = given as Record<string, unknown>;
  return typeof version === "number" && Array.isArray(corners) && corners.length > 2 && corners.every(isCorner)
    ? { version, corners }
    : undefined;
}

function isCorner(given: unknown): given is [number, number] {
  return Array.isArray(given) && given.length === 2 && given.every((number) => Number.isFinite(number));
}

/** In the filter language. */
export function filterOfArea(field: string, { version, corners }: Area): Record<string, unknown> {
  return { map: { field, version, area: corners } };
}
