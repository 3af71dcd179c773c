import { Group, NumberInput, Stack, TextInput } from "@mantine/core";
import { moment } from "../app/figures";
import { useTyped } from "../app/useTyped";
import { type Condition, type Range, rangeOf } from "./conditions";
import { Histogram } from "./Histogram";
import { type Bucket, dayOf, lastDayOf, rangeOfDays } from "./buckets";

const TYPING_PAUSE = 500;
/** Dates are typed part by part, and are dates in between. */
const DATE_PAUSE = 1000;
const FIGURES = 4;

interface RangeFilterProps {
  name: string;
  isTime: boolean;
  buckets: Bucket[];
  condition: Condition | undefined;
  onAsk: (condition: Condition | undefined) => void;
}

/** From a number or a day to another. */
export function RangeFilter({ name, isTime, buckets, condition, onAsk }: RangeFilterProps) {
  const range = rangeOf(condition);

  function ask(wished: Range) {
    onAsk(Object.keys(wished).length === 0 ? undefined : wished);
  }

  return (
    <Stack gap={6}>
      {buckets.length > 1 && (
        <Histogram
          buckets={buckets}
          range={range}
          written={isTime ? (bound) => moment(String(bound)) : (bound) => rounded(Number(bound))}
          onRange={ask}
        />
      )}
      {isTime ? (
        <Days name={name} range={range} onRange={ask} />
      ) : (
        <Numbers name={name} range={range} buckets={buckets} onRange={ask} />
      )}
    </Stack>
  );
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(FIGURES)));
}

interface BoundsProps {
  name: string;
  range: Range;
  onRange: (range: Range) => void;
}

function Numbers({ name, range, buckets, onRange }: BoundsProps & { buckets: Bucket[] }) {
  const [bounds, type] = useTyped(range, onRange, TYPING_PAUSE);
  const [least, most] = [buckets[0]?.from, buckets.at(-1)?.to];
  return (
    <Group gap={6} wrap="nowrap">
      <NumberInput
        size="xs"
        aria-label={`${name}, at least`}
        placeholder={least === undefined ? "From" : `From ${rounded(Number(least))}`}
        hideControls
        value={(bounds.atLeast as number | undefined) ?? ""}
        onChange={(atLeast) => type(withLeast(bounds, atLeast))}
      />
      <NumberInput
        size="xs"
        aria-label={bounds.below === undefined ? `${name}, at most` : `${name}, below`}
        placeholder={most === undefined ? "To" : `To ${rounded(Number(most))}`}
        prefix={bounds.below === undefined ? "" : "< "}
        hideControls
        value={((bounds.atMost ?? bounds.below) as number | undefined) ?? ""}
        onChange={(atMost) => type(withMost(bounds, atMost))}
      />
    </Group>
  );
}

function withLeast({ atLeast: _, ...rest }: Range, wished: number | string): Range {
  return typeof wished === "number" ? { ...rest, atLeast: wished } : rest;
}

/** Without or with the bound itself, as before. */
function withMost({ atMost: _, below, ...rest }: Range, wished: number | string): Range {
  if (typeof wished !== "number") {
    return rest;
  }
  return below === undefined ? { ...rest, atMost: wished } : { ...rest, below: wished };
}

function Days({ name, range, onRange }: BoundsProps) {
  const known = { first: dayOf(range.atLeast), last: lastDayOf(range) };
  const [days, type] = useTyped(known, ({ first, last }) => onRange(rangeOfDays(first, last)), DATE_PAUSE);
  return (
    <Group gap={6} wrap="nowrap" grow>
      <TextInput
        size="xs"
        type="date"
        aria-label={`${name}, first day`}
        value={days.first}
        onChange={(event) => type({ ...days, first: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        type="date"
        aria-label={`${name}, last day`}
        value={days.last}
        onChange={(event) => type({ ...days, last: event.currentTarget.value })}
      />
    </Group>
  );
}
