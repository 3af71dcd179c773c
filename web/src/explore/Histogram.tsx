import { type PointerEvent, useState } from "react";
import { count } from "../app/figures";
import type { Range } from "./conditions";
import classes from "./Histogram.module.css";
import { type Bucket, isWithin, rangeBetween } from "./buckets";

/** A bar that holds anything can be seen. */
const LEAST_PERCENT = 4;

interface HistogramProps {
  buckets: Bucket[];
  range: Range;
  /** How a bound is written. */
  written: (bound: Bucket["from"]) => string;
  onRange: (range: Range) => void;
}

/** How many items have which values. Sweeping over bars asks for what they hold; the fields beside it are for who has no pointer. */
export function Histogram({ buckets, range, written, onRange }: HistogramProps) {
  const [swept, setSwept] = useState<[first: number, last: number]>();
  const most = Math.max(1, ...buckets.map((bucket) => bucket.count));
  const shown = (swept && rangeBetween(buckets, ...swept)) ?? range;

  function end() {
    const chosen = swept && rangeBetween(buckets, ...swept);
    setSwept(undefined);
    if (chosen !== undefined) {
      onRange(chosen);
    }
  }

  return (
    <div
      className={classes["bars"]}
      aria-hidden
      onPointerDown={(event) => {
        const at = bucketAt(event, buckets.length);
        event.currentTarget.setPointerCapture(event.pointerId);
        setSwept([at, at]);
      }}
      onPointerMove={(event) => swept && setSwept([swept[0], bucketAt(event, buckets.length)])}
      onPointerUp={end}
      onPointerCancel={() => setSwept(undefined)}
    >
      {buckets.map((bucket) => (
        <span
          key={bucket.from}
          className={classes["bar"]}
          data-within={isWithin(bucket, shown)}
          title={`${written(bucket.from)} – ${written(bucket.to)}: ${count(bucket.count)}`}
        >
          <span
            style={{ height: bucket.count === 0 ? 0 : `${Math.max(LEAST_PERCENT, (100 * bucket.count) / most)}%` }}
          />
        </span>
      ))}
    </div>
  );
}

function bucketAt(event: PointerEvent<HTMLElement>, buckets: number): number {
  const { left, width } = event.currentTarget.getBoundingClientRect();
  return Math.min(buckets - 1, Math.max(0, Math.floor(((event.clientX - left) / width) * buckets)));
}
