import { describe, expect, it } from "vitest";
import { idOf, pointsOf, readPoints } from "./points";

const IDS = ["01a20462-51e1-7000-8000-4316e4157f0b", "01a20462-51e1-7000-8000-00000000000b"];

function answer(): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(16 + 28 * IDS.length));
  [0x54504341, 1, 7, IDS.length].forEach((value, at) => view.setUint32(4 * at, value, true));
  [1.5, -2, 3, 4].forEach((value, at) => view.setFloat32(16 + 4 * at, value, true));
  IDS.forEach((id, at) => {
    const digits = id.replaceAll("-", "");
    for (let byte = 0; byte < 16; byte += 1) {
      view.setUint8(32 + 16 * at + byte, Number.parseInt(digits.slice(2 * byte, 2 * byte + 2), 16));
    }
  });
  return view.buffer;
}

describe("points of a map", () => {
  it("are read from what the server answers", () => {
    const points = readPoints(answer());

    expect(points).toMatchObject({ version: 7, count: 2 });
    expect([...points.places]).toEqual([1.5, -2, 3, 4]);
    expect([idOf(points, 0), idOf(points, 1)]).toEqual(IDS);
  });

  it("are found by their items", () => {
    const points = readPoints(answer());

    expect(pointsOf(points, [IDS[1] ?? ""])).toEqual([1]);
    expect(pointsOf(points, ["01a20462-51e1-7000-8000-ffffffff000b"])).toEqual([]);
    expect(pointsOf(points, [])).toEqual([]);
  });

  it("are no other answers", () => {
    expect(() => readPoints(new ArrayBuffer(8))).toThrow("something else");
    expect(() => readPoints(new TextEncoder().encode("{} no points here at all").buffer)).toThrow("something else");
  });
});
