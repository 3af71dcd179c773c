import { count } from "../app/figures";
import { isKind, KINDS } from "../files/kinds";
import type { Bound, Condition, Range, Value } from "./conditions";
import { dayOf, lastDayOf } from "./buckets";

/** What is asked of a field, in few words. */
export function wordsOf(field: string, condition: Condition): string {
  if ("in" in condition) {
    return condition.in.map((value) => valueWords(field, value)).join(", ");
  }
  if ("words" in condition) {
    return `“${condition.words}”`;
  }
  if ("prefix" in condition) {
    return `begins with “${condition.prefix}”`;
  }
  if ("exists" in condition) {
    return condition.exists ? "has a value" : "has no value";
  }
  if ("box" in condition) {
    const { south, west, north, east } = condition.box;
    return `${south}° to ${north}° north, ${west}° to ${east}° east`;
  }
  return rangeWords(condition);
}

export function valueWords(field: string, value: Value): string {
  if (typeof value === "boolean") {
    return value ? "Yes" : "No";
  }
  return field === "kind" && isKind(value) ? KINDS[value].label : value;
}

function rangeWords(range: Range): string {
  const isTime = typeof (range.atLeast ?? range.atMost ?? range.below) === "string";
  const [first, last] = isTime
    ? [dayOf(range.atLeast), lastDayOf(range)]
    : [numberWords(range.atLeast), numberWords(range.atMost ?? range.below)];
  if (first === "") {
    return `${range.below === undefined || isTime ? "up to" : "below"} ${last}`;
  }
  return last === "" ? `from ${first}` : `${first} – ${last}`;
}

function numberWords(bound: Bound | undefined): string {
  return typeof bound === "number" ? count(bound) : "";
}
