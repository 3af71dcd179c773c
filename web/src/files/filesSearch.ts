import type { ItemKind } from "../api/names";
import { isKind } from "./kinds";

export type FilesView = "list" | "grid";

/** The orders that a list can have other than that of its manifests. */
export const ORDERS = {
  name: "Title, A to Z",
  "-name": "Title, Z to A",
  "-created": "Newest first",
  created: "Oldest first",
};

export type FilesOrder = keyof typeof ORDERS;

export function isOrder(text: unknown): text is FilesOrder {
  return typeof text === "string" && Object.hasOwn(ORDERS, text);
}

/** What of a folder is shown and how; it stands in the address, so that it can be sent to somebody. */
export interface FilesSearch {
  search?: string;
  kind?: ItemKind;
  sort?: FilesOrder;
  view?: FilesView;
}

/** What an address says of it; whatever makes no sense there is left out. */
export function readFilesSearch(given: Record<string, unknown>): FilesSearch {
  return {
    ...(typeof given["search"] === "string" && given["search"] !== "" ? { search: given["search"] } : {}),
    ...(isKind(given["kind"]) ? { kind: given["kind"] } : {}),
    ...(isOrder(given["sort"]) ? { sort: given["sort"] } : {}),
    ...(given["view"] === "grid" ? { view: "grid" as const } : {}),
  };
}
