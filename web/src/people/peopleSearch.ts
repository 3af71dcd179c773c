/** Which users are shown; it stands in the address. */
export interface PeopleSearch {
  search?: string;
}

export function readPeopleSearch(given: Record<string, unknown>): PeopleSearch {
  return typeof given["search"] === "string" && given["search"] !== "" ? { search: given["search"] } : {};
}
