import { describe, expect, it } from "vitest";
import { loudness } from "./waveformParts";

describe("a waveform", () => {
  it("has the loudest sample of each part, of whichever channel", () => {
    const left = Float32Array.of(0, 0.5, 0, 0, 0.25, 0);
    const right = Float32Array.of(-0.75, 0, 0, 0, 0, 0);

    expect(loudness([left, right], 3)).toEqual([0.75, 0, 0.25]);
  });

  it("of nothing is flat, and no part of a short one is left out", () => {
    expect(loudness([], 2)).toEqual([0, 0]);
    expect(loudness([Float32Array.of(0.5)], 3)).toEqual([0.5, 0.5, 0.5]);
  });
});
