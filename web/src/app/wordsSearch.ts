/** What a list is narrowed to; it stands in the address, so that it can be sent to somebody. */
export interface WordsSearch {
  search?: string;
}

export function readWordsSearch(given: Record<string, unknown>): WordsSearch {
  return typeof given["search"] === "string" && given["search"] !== "" ? { search: given["search"] } : {};
}

export function wordsSearch(words: string): WordsSearch {
  return words === "" ? {} : { search: words };
}
