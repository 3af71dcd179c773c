/** Items in an order, of which some may not be loaded yet. */
export interface ItemList<T extends { id: string }> {
  count: number;
  /** Undefined as long as it is not loaded. */
  at: (place: number) => T | undefined;
  /** Those from one place to another, both included; what is not loaded yet is loaded. */
  range: (from: number, to: number) => Promise<T[]>;
}

/** A list that is loaded as a whole. */
export function listOf<T extends { id: string }>(items: T[]): ItemList<T> {
  return {
    count: items.length,
    at: (place) => items[place],
    range: (from, to) => Promise.resolve(items.slice(from, to + 1)),
  };
}
