import { describe, expect, it } from "vitest";
import { formOf } from "./manifestFile";

describe("a manifest's name", () => {
  it("tells its form and its compression", () => {
    expect(formOf("Drive.JSON")).toEqual({ mediaType: "application/json", encoding: undefined });
    expect(formOf("a.b.csv")).toEqual({ mediaType: "text/csv", encoding: undefined });
    expect(formOf("a.ndjson.gz")).toEqual({ mediaType: "application/x-ndjson", encoding: "gzip" });
    expect(formOf("a.csv.zst")).toEqual({ mediaType: "text/csv", encoding: "zstd" });
  });

  it("is none where the endings say something else", () => {
    expect(["manifest", "photo.jpg", "photos.tar.gz", ".gz"].map(formOf)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
