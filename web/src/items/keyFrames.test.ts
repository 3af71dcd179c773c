import { describe, expect, it } from "vitest";
import { keyFramesOf } from "./keyFrames";

const RATE = { frames: 25, seconds: 1 };

describe("key frames", () => {
  it("are those that the metadata names and the video has, in order", () => {
    const metadata = { $encord: { frames: { "740": {}, "3": { weather: "sun" }, "0": {}, "5000": {}, first: {} } } };

    expect(keyFramesOf(metadata, RATE, 999)).toEqual([0, 3, 740]);
  });

  it("may be named by seconds, the last one by the video's end", () => {
    const metadata = {
      $encord: { config: { keyframe_mode: "seconds" }, frames: { "29.6": {}, "40": {}, "0.01": {} } },
    };

    expect(keyFramesOf(metadata, RATE, 999)).toEqual([0, 740, 999]);
  });

  it("are none where nothing is named", () => {
    expect(keyFramesOf({}, RATE, 999)).toEqual([]);
    expect(keyFramesOf({ $encord: { frames: null } }, RATE, 999)).toEqual([]);
  });
});
