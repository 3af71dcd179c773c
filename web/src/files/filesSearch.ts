import type { ItemKind } from "../api/names";
import { isKind } from "./kinds";

export type FilesView = "list" | "grid";

/** What of a folder is shown and how; it stands in the address, so that it can be sent to somebody. */
export interface FilesSearch {
  search?: string;
  kind?: ItemKind;
  view?: FilesView;
}

/** What an address says of it; whatever makes no sense there is left out. */
export function readFilesSearch(given: Record<string, unknown>): FilesSearch {
  return {
    ...(typeof given["search"] === "string" && given["search"] !== "" ? { search: given["search"] } : {}),
    ...(isKind(given["kind"]) ? { kind: given["kind"] } : {}),
    ...(given["view"] === "grid" ? { view: "grid" as const } : {}),
  };
}
