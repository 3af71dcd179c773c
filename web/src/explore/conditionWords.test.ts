import { describe, expect, it } from "vitest";
import { wordsOf } from "./conditionWords";

describe("what is asked of a field", () => {
  it("is told in few words", () => {
    expect(wordsOf("kind", { in: ["image", "dicomSeries"] })).toBe("Image, DICOM series");
    expect(wordsOf("night", { in: [true] })).toBe("Yes");
    expect(wordsOf("notes", { words: "red car" })).toBe("“red car”");
    expect(wordsOf("driver", { exists: false })).toBe("has no value");
    expect(wordsOf("width", { atLeast: 640, below: 1920 })).toBe("640 – 1,920");
    expect(wordsOf("width", { below: 1920 })).toBe("below 1,920");
    expect(wordsOf("speed", { atLeast: 0.1234567 })).toBe("from 0.123");
    expect(wordsOf("captured", { atLeast: "2025-06-01", below: "2025-07-01" })).toBe("2025-06-01 – 2025-06-30");
    expect(wordsOf("captured", { below: "2025-07-01" })).toBe("up to 2025-06-30");
  });
});
