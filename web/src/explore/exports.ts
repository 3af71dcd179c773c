import { changeHeaders } from "../api/client";
import type { NewSearch } from "../api/names";
import { refusalOf } from "../api/problem";

/** The forms of a file with everything that was found, how such a file is called, and whether it can tell where objects can be fetched. */
export const FORMATS = {
  manifest: { label: "Registration manifest (JSON)", file: "items.json", isSigned: false },
  csv: { label: "Table (CSV)", file: "items.csv", isSigned: true },
  parquet: { label: "Table (Parquet)", file: "items.parquet", isSigned: true },
  ndjson: { label: "All that is known (NDJSON)", file: "items.ndjson", isSigned: true },
};

export type Format = keyof typeof FORMATS;

/** Has the server write a file with everything that a search finds, and hands it to the browser's downloads. */
export async function download(search: NewSearch, format: Format, signedUrls: boolean): Promise<void> {
  const { file, isSigned } = FORMATS[format];
  const response = await fetch(`/api/v1/search/export?format=${format}&signedUrls=${signedUrls && isSigned}`, {
    method: "POST",
    headers: { ...changeHeaders(), "Content-Type": "application/json" },
    body: JSON.stringify(search),
  });
  if (!response.ok) {
    throw await refusalOf(response);
  }
  const url = URL.createObjectURL(await response.blob());
  const link = Object.assign(document.createElement("a"), { href: url, download: file });
  link.click();
  URL.revokeObjectURL(url);
}
