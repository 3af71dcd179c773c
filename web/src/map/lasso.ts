import type { Place } from "./camera";

/** What the server takes. */
const MOST_CORNERS = 1000;
const FIGURES = 6;

/** An area around which a line was drawn; undefined where it goes around nothing. */
export function areaOf(line: Place[]): [number, number][] | undefined {
  const every = Math.ceil(line.length / MOST_CORNERS);
  const corners = line
    .filter((_, at) => at % every === 0)
    .map(([x, y]): [number, number] => [Number(x.toPrecision(FIGURES)), Number(y.toPrecision(FIGURES))]);
  return corners.length < 3 ? undefined : corners;
}

/** Whether a place lies in an area; where its line crosses itself, what it goes around twice is outside. */
export function isInside(x: number, y: number, area: [number, number][]): boolean {
  let inside = false;
  let [beforeX, beforeY] = area.at(-1) ?? [0, 0];
  for (const [cornerX, cornerY] of area) {
    if (cornerY > y !== beforeY > y && x < ((beforeX - cornerX) * (y - cornerY)) / (beforeY - cornerY) + cornerX) {
      inside = !inside;
    }
    [beforeX, beforeY] = [cornerX, cornerY];
  }
  return inside;
}
