/** The folder whose violations are shown; it stands in the address. */
export interface SchemaSearch {
  folder?: string;
}

export function readSchemaSearch(given: Record<string, unknown>): SchemaSearch {
  return typeof given["folder"] === "string" && given["folder"] !== "" ? { folder: given["folder"] } : {};
}
