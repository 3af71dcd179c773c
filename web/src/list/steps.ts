interface Places {
  count: number;
  columns: number;
  /** Places on a screen. */
  perPage: number;
}

/** Where a key leads from a place of a list in rows; undefined for keys that lead nowhere. */
export function stepOf(key: string, from: number, { count, columns, perPage }: Places): number | undefined {
  const last = count - 1;
  switch (key) {
    case "ArrowLeft":
      return Math.max(0, from - 1);
    case "ArrowRight":
      return Math.min(last, from + 1);
    case "ArrowUp":
      return from < columns ? from : from - columns;
    case "ArrowDown":
      return from + columns > last ? from : from + columns;
    case "PageUp":
      return Math.max(from % columns, from - perPage);
    case "PageDown":
      return Math.min(last, from + perPage);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return undefined;
  }
}
