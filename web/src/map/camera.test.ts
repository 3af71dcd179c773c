import { describe, expect, it } from "vitest";
import { fitting, moved, onMap, onScreen, seen, zoomed } from "./camera";

const SIZE = { width: 400, height: 200 };
const BOUNDS = { minX: -2, minY: 0, maxX: 2, maxY: 8 };

describe("what of a map is seen", () => {
  it("holds its bounds at first, with a margin", () => {
    const { minX, minY, maxX, maxY } = seen(fitting(BOUNDS, SIZE), SIZE);

    expect(minY).toBeLessThan(0);
    expect(maxY).toBeGreaterThan(8);
    expect(minX).toBeLessThan(-2);
    expect(maxX - minX).toBeCloseTo(2 * (maxY - minY));
  });

  it("is the same place there and back, and up is up", () => {
    const camera = fitting(BOUNDS, SIZE);

    expect(onScreen(onMap([10, 20], camera, SIZE), camera, SIZE)[0]).toBeCloseTo(10);
    expect(onScreen(onMap([10, 20], camera, SIZE), camera, SIZE)[1]).toBeCloseTo(20);
    expect(onMap([0, 0], camera, SIZE)[1]).toBeGreaterThan(onMap([0, 200], camera, SIZE)[1]);
  });

  it("comes closer around the pointer, and moves with it", () => {
    const camera = fitting(BOUNDS, SIZE);
    const under = onMap([30, 40], camera, SIZE);

    const closer = zoomed(camera, 2, [30, 40], SIZE);
    const [x, y] = onMap([30, 40], closer, SIZE);
    expect([x, y]).toEqual([expect.closeTo(under[0]), expect.closeTo(under[1])]);
    const [movedX, movedY] = onScreen(under, moved(closer, 7, -5), SIZE);
    expect([movedX, movedY]).toEqual([expect.closeTo(37), expect.closeTo(35)]);
  });
});
