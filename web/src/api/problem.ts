import type { components } from "#types";

export type Problem = components["schemas"]["Problem"];

/** What the server answered instead of what was hoped for, in its own words. */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }

  /** Nobody is signed in, or not any more. */
  get isUnauthenticated(): boolean {
    return this.problem.status === 401;
  }

  /** Asking again later may help. */
  get isPassing(): boolean {
    return this.problem.status === 429 || this.problem.status >= 500;
  }
}

/** A refusal of an answer that is no success. Proxies answer without a problem document. */
export async function refusalOf(response: Response): Promise<Refusal> {
  const type = response.headers.get("Content-Type") ?? "";
  if (type.startsWith("application/problem+json")) {
    return new Refusal((await response.json()) as Problem);
  }
  return new Refusal({
    type: "about:blank",
    title: `The server answered ${response.status} ${response.statusText}`.trim(),
    status: response.status,
  });
}

/** What to tell about anything that was thrown. */
export function wordsOf(error: unknown): string {
  if (error instanceof TypeError) {
    return "The server cannot be reached. Check the connection, and whether it runs.";
  }
  return error instanceof Error ? error.message : String(error);
}

/** Where in the request, or in the manifest, something is wrong, one line each. */
export function placesOf(problem: Problem): string[] {
  const place = [
    problem.line === undefined ? undefined : `line ${problem.line}`,
    problem.column === undefined ? undefined : `column ${problem.column}`,
    problem.pointer ? `at ${problem.pointer}` : undefined,
  ].filter((part) => part !== undefined);
  const faults = (problem.errors ?? []).map((fault) =>
    fault.pointer ? `${fault.pointer}: ${fault.detail}` : fault.detail,
  );
  return place.length > 0 ? [place.join(", "), ...faults] : faults;
}
