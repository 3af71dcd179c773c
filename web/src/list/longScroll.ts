/** Browsers draw nothing beyond some 17 million pixels; a list that would be longer gets a shorter scroll bar that stands for all of it. */
export const LONGEST = 8_000_000;

/** At both ends of a shortened list a pixel of the scroll bar is a pixel of the list, so that the ends are reached step by step. */
const PLAIN = 200_000;

/** In pixels: how long the list is, and how much of it is seen at a time. */
export interface Extent {
  whole: number;
  view: number;
}

/** Where the scroll bar stands, and which place of the list that is. */
export interface Stand {
  top: number;
  place: number;
}

/** What the browser is told that the list is long. */
export function drawnLength({ whole }: Extent): number {
  return Math.min(whole, LONGEST);
}

/** The place that the scroll bar stands for. */
export function placeOf(top: number, extent: Extent): number {
  const { last, lastTop } = ends(extent);
  if (last === lastTop || top <= PLAIN) {
    return top;
  }
  if (top >= lastTop - PLAIN) {
    return last - (lastTop - top);
  }
  return PLAIN + ((top - PLAIN) * (last - 2 * PLAIN)) / (lastTop - 2 * PLAIN);
}

/** Where the scroll bar stands for a place. */
export function topOf(place: number, extent: Extent): number {
  const { last, lastTop } = ends(extent);
  if (last === lastTop || place <= PLAIN) {
    return place;
  }
  if (place >= last - PLAIN) {
    return lastTop - (last - place);
  }
  return PLAIN + ((place - PLAIN) * (lastTop - 2 * PLAIN)) / (last - 2 * PLAIN);
}

/** After scrolling: a step moves the list as far as itself, whatever the scroll bar stands for; a leap goes where the scroll bar says. */
export function scrolled(from: Stand, top: number, extent: Extent): Stand {
  const { last } = ends(extent);
  const step = top - from.top;
  const place = Math.abs(step) <= 2 * extent.view ? from.place + step : placeOf(top, extent);
  return { top, place: Math.min(Math.max(place, 0), last) };
}

function ends({ whole, view }: Extent): { last: number; lastTop: number } {
  return { last: Math.max(0, whole - view), lastTop: Math.max(0, Math.min(whole, LONGEST) - view) };
}
