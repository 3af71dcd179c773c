/** What the server is told of a manifest besides its bytes. */
export interface ManifestForm {
  mediaType: string;
  encoding: "gzip" | "zstd" | undefined;
}

const MEDIA_TYPES: Record<string, string> = {
  json: "application/json",
  ndjson: "application/x-ndjson",
  jsonl: "application/x-ndjson",
  csv: "text/csv",
};

/** The endings that a file chooser offers. */
export const MANIFEST_ENDINGS = [".json", ".csv", ".ndjson", ".jsonl", ".gz", ".zst"];

/** Judged by the endings of the file's name; undefined where they name no manifest. */
export function formOf(fileName: string): ManifestForm | undefined {
  const [last, before] = fileName.toLowerCase().split(".").toReversed();
  const encoding = last === "gz" ? "gzip" : last === "zst" ? "zstd" : undefined;
  const mediaType = MEDIA_TYPES[(encoding === undefined ? last : before) ?? ""];
  return mediaType === undefined ? undefined : { mediaType, encoding };
}
