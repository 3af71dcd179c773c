import { describe, expect, it } from "vitest";
import { frameAt, frameOf, readFrameRate, timeOf } from "./frames";

const NTSC = { frames: 30_000, seconds: 1001 };

describe("frames", () => {
  it("are found again at the times that are sought for them, also after an hour", () => {
    for (const frame of [0, 1, 2, 29, 30, 1799, 107_892, 107_893]) {
      expect(frameAt(timeOf(frame, NTSC), NTSC)).toBe(frame);
    }
  });

  it("begin at their timestamps, although those are rounded", () => {
    expect(frameAt(0, NTSC)).toBe(0);
    expect(frameAt(0.033366, NTSC)).toBe(1);
    expect(frameAt(0.0333, NTSC)).toBe(0);
  });

  it("are known by their timestamps, also by those that are rounded to milliseconds", () => {
    expect([0, 0.033, 0.067, 0.1].map((timestamp) => frameOf(timestamp, NTSC))).toEqual([0, 1, 2, 3]);
    expect(frameOf(3600.03, NTSC)).toBe(107_893);
  });

  it("have a rate that is read exactly", () => {
    expect(readFrameRate("30000/1001")).toEqual(NTSC);
    expect(readFrameRate("25")).toEqual({ frames: 25, seconds: 1 });
    expect(readFrameRate("0/0")).toBeUndefined();
    expect(readFrameRate("fast")).toBeUndefined();
  });
});
