/** What of an item is looked at. */
export interface ItemSearch {
  /** Of a video, from 0. */
  frame?: number;
}

/** What an address says of it; whatever makes no sense there is left out. */
export function readItemSearch(given: Record<string, unknown>): ItemSearch {
  const frame = given["frame"];
  return typeof frame === "number" && Number.isSafeInteger(frame) && frame >= 0 ? { frame } : {};
}

/** Where an item, or one frame of it, is looked at. */
export function itemAddress(item: string, frame: number | undefined): string {
  return frame === undefined ? `/items/${item}` : `/items/${item}?frame=${frame}`;
}
