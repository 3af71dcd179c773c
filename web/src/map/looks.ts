import { isInside } from "./lasso";
import { type Points, pointsOf } from "./points";

const AMONG_OTHERS = 0;
const IN_AREA = 1;
const SELECTED = 2;

/** How each point is shown. */
export function looksOf(points: Points, area: [number, number][] | undefined, selected: string[]): Uint8Array {
  const looks = new Uint8Array(points.count);
  if (area !== undefined) {
    const [minX, maxX] = [Math.min(...area.map(([x]) => x)), Math.max(...area.map(([x]) => x))];
    for (let point = 0; point < points.count; point += 1) {
      const [x, y] = [points.places[2 * point] ?? 0, points.places[2 * point + 1] ?? 0];
      looks[point] = x >= minX && x <= maxX && isInside(x, y, area) ? IN_AREA : AMONG_OTHERS;
    }
  }
  for (const point of pointsOf(points, selected)) {
    looks[point] = SELECTED;
  }
  return looks;
}
