import { changeHeaders } from "../api/client";
import type { NewSearch } from "../api/names";
import { refusalOf } from "../api/problem";

/** The forms of a file with everything that was found, and how such a file is called. */
export const FORMATS = {
  manifest: { label: "Registration manifest (JSON)", file: "items.json" },
  csv: { label: "Table (CSV)", file: "items.csv" },
  ndjson: { label: "All that is known (NDJSON)", file: "items.ndjson" },
};

export type Format = keyof typeof FORMATS;

/** Has the server write a file with everything that a search finds, and hands it to the browser's downloads. */
export async function download(search: NewSearch, format: Format): Promise<void> {
  const response = await fetch(`/api/v1/search/export?format=${format}`, {
    method: "POST",
    headers: { ...changeHeaders(), "Content-Type": "application/json" },
    body: JSON.stringify(search),
  });
  if (!response.ok) {
    throw await refusalOf(response);
  }
  const url = URL.createObjectURL(await response.blob());
  const link = Object.assign(document.createElement("a"), { href: url, download: FORMATS[format].file });
  link.click();
  URL.revokeObjectURL(url);
}
