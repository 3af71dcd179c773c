import createClient, { type Middleware } from "openapi-fetch";
import type { paths } from "#types";
import { refusalOf } from "./problem";

/** What proves that a change was asked for by these pages; the session hands it out. */
let csrfToken: string | undefined;

export function holdCsrfToken(token: string | undefined): void {
  csrfToken = token;
}

/** The headers that a change needs. */
export function changeHeaders(): Record<string, string> {
  return csrfToken === undefined ? {} : { "X-CSRF-Token": csrfToken };
}

const manners: Middleware = {
  onRequest({ request }) {
    if (request.method !== "GET") {
      for (const [name, value] of Object.entries(changeHeaders())) {
        request.headers.set(name, value);
      }
    }
    return request;
  },
  async onResponse({ response }) {
    if (!response.ok) {
      throw await refusalOf(response);
    }
  },
};

/** The server's REST interface. Whatever is no success is thrown as a `Refusal`. */
export const api = createClient<paths>({ baseUrl: "" });
api.use(manners);

/** The body of an answer that has one. */
export async function answered<T>(call: Promise<{ data?: T }>): Promise<NonNullable<T>> {
  const { data } = await call;
  if (data === undefined || data === null) {
    throw new Error("The server answered without a body.");
  }
  return data;
}
