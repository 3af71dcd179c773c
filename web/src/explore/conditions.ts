/** What is asked of one field, as the filter language spells it, without the field's name. */
export type Condition =
  { in: Value[] } | { words: string } | { prefix: string } | { exists: boolean } | { box: Box } | Range;

export type Value = string | boolean;

/** From a bound up to and with, or up to and without, another; of a datetime as texts. */
export interface Range {
  atLeast?: Bound;
  atMost?: Bound;
  below?: Bound;
}

export type Bound = number | string;

/** Edges in degrees. One whose west is greater than its east crosses the 180th meridian. */
export interface Box {
  south: number;
  west: number;
  north: number;
  east: number;
}

/** What is asked, by the names of fields. */
export type Conditions = Record<string, Condition>;

const EDGES = ["south", "west", "north", "east"] as const;

/** What an address says; whatever makes no sense there is left out. */
export function readConditions(given: unknown): Conditions {
  if (!isObject(given)) {
    return {};
  }
  const read = Object.entries(given).map(([field, asked]): [string, Condition | undefined] => [
    field,
    readCondition(asked),
  ]);
  return Object.fromEntries(read.filter((entry): entry is [string, Condition] => entry[1] !== undefined));
}

function readCondition(given: unknown): Condition | undefined {
  if (!isObject(given)) {
    return undefined;
  }
  if (Array.isArray(given["in"])) {
    const values = given["in"].filter(isValue);
    return values.length > 0 ? { in: values } : undefined;
  }
  if (typeof given["words"] === "string" && given["words"] !== "") {
    return { words: given["words"] };
  }
  if (typeof given["prefix"] === "string" && given["prefix"] !== "") {
    return { prefix: given["prefix"] };
  }
  if (typeof given["exists"] === "boolean") {
    return { exists: given["exists"] };
  }
  return readBox(given["box"]) ?? readRange(given);
}

function readBox(given: unknown): { box: Box } | undefined {
  return isObject(given) && EDGES.every((edge) => typeof given[edge] === "number")
    ? { box: given as unknown as Box }
    : undefined;
}

function readRange({ atLeast, atMost, below }: Record<string, unknown>): Range | undefined {
  const range = {
    ...(isBound(atLeast) ? { atLeast } : {}),
    ...(isBound(atMost) ? { atMost } : isBound(below) ? { below } : {}),
  };
  return Object.keys(range).length > 0 ? range : undefined;
}

function isObject(given: unknown): given is Record<string, unknown> {
  return typeof given === "object" && given !== null && !Array.isArray(given);
}

function isValue(given: unknown): given is Value {
  return typeof given === "string" || typeof given === "boolean";
}

function isBound(given: unknown): given is Bound {
  return (typeof given === "number" && Number.isFinite(given)) || (typeof given === "string" && given !== "");
}

/** The values that are asked for; none where something else is asked. */
export function valuesOf(condition: Condition | undefined): Value[] {
  return condition !== undefined && "in" in condition ? condition.in : [];
}

/** The range that is asked for; without bounds where something else is asked. */
export function rangeOf(condition: Condition | undefined): Range {
  return condition === undefined ? {} : (readRange({ ...condition }) ?? {});
}

/** The same with a value more, or without one that was there; undefined for nothing any more. */
export function toggled(condition: Condition | undefined, value: Value): Condition | undefined {
  const before = valuesOf(condition);
  const values = before.includes(value) ? before.filter((other) => other !== value) : [...before, value];
  return values.length > 0 ? { in: values } : undefined;
}

/** In the filter language. */
export function filterOf(field: string, condition: Condition): Record<string, unknown> {
  return { field, ...condition };
}
