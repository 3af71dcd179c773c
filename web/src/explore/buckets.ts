import type { FacetCounts } from "../api/names";
import type { Bound, Range } from "./conditions";

export type Bucket = Extract<FacetCounts, { type: "histogram" }>["buckets"][number];

/** A bound on a scale of numbers; datetimes in milliseconds, those without an offset as UTC. */
export function scaled(bound: Bound): number {
  if (typeof bound === "number") {
    return bound;
  }
  return Date.parse(/^\d{4}-\d{2}-\d{2}T.*\d$/.test(bound) && !/[+-]\d{2}:?\d{2}$/.test(bound) ? `${bound}Z` : bound);
}

/** What some buckets beside each other hold, whichever of the two comes first. */
export function rangeBetween(buckets: Bucket[], one: number, other: number): Range | undefined {
  const last = Math.max(one, other);
  const [from, to] = [buckets[Math.min(one, other)], buckets[last]];
  if (from === undefined || to === undefined) {
    return undefined;
  }
  return last === buckets.length - 1 ? { atLeast: from.from, atMost: to.to } : { atLeast: from.from, below: to.to };
}

/** Whether a bucket lies in a range, or at least its middle does. */
export function isWithin(bucket: Bucket, { atLeast, atMost, below }: Range): boolean {
  const middle = (scaled(bucket.from) + scaled(bucket.to)) / 2;
  const end = atMost ?? below;
  return (atLeast === undefined || middle >= scaled(atLeast)) && (end === undefined || middle <= scaled(end));
}

const DAY = 86_400_000;

/** The day of a datetime in UTC, as date fields write it; nothing for no datetime. */
export function dayOf(bound: Bound | undefined): string {
  const instant = bound === undefined ? Number.NaN : scaled(bound);
  return Number.isNaN(instant) ? "" : new Date(instant).toISOString().slice(0, 10);
}

/** The last day of a range. */
export function lastDayOf({ atMost, below }: Range): string {
  if (below === undefined) {
    return dayOf(atMost);
  }
  return Number.isNaN(scaled(below)) ? "" : dayOf(new Date(scaled(below) - 1).toISOString());
}

/** From the beginning of one day to the end of another; an empty text is no bound. */
export function rangeOfDays(first: string, last: string): Range {
  return {
    ...(first === "" ? {} : { atLeast: first }),
    ...(last === "" ? {} : { below: dayOf(new Date(Date.parse(last) + DAY).toISOString()) }),
  };
}
