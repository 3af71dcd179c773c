/** Places that are in view. */
export interface View {
  from: number;
  to: number;
}

/**
 * The parts of a list that should be loaded: those in view, and one before and behind them, so that whoever scrolls on does not wait.
 *
 * @param size of a part
 */
export function partsAround({ from, to }: View, count: number, size: number): number[] {
  const last = Math.max(0, Math.ceil(count / size) - 1);
  const first = Math.max(0, Math.floor(from / size) - 1);
  const end = Math.min(last, Math.floor(to / size) + 1);
  return Array.from({ length: Math.max(0, end - first + 1) }, (_, at) => first + at);
}
