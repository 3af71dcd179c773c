import { describe, expect, it } from "vitest";
import { factsOf } from "./facts";

describe("media facts", () => {
  it("give a video's frame rate exactly", () => {
    const facts = factsOf({
      type: "video",
      mimeType: "video/mp4",
      bytes: 1_500_000,
      width: 1920,
      height: 1080,
      framesPerSecond: 29.970029970029969,
      durationSeconds: 61.5,
      frameRate: "30000/1001",
      frameCount: 1843,
    });

    expect(facts).toContainEqual(["Frame rate", "29.97 (30000/1001)"]);
    expect(facts).toContainEqual(["Dimensions", "1,920 × 1,080"]);
    expect(facts).toContainEqual(["Duration", "1:01.5"]);
    expect(facts).toContainEqual(["Frames", "1,843"]);
  });

  it("leave out what nobody found out", () => {
    const facts = factsOf({ type: "text", mimeType: "text/plain", bytes: 5 });

    expect(facts).toEqual([
      ["Type", "text/plain"],
      ["Size", "5 B"],
    ]);
  });
});
