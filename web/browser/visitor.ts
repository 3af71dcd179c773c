import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject } from "vitest";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`${name} is not set; BrowserTest of module server sets it and starts the server`);
  }
  return value;
}

/** Where the server is, how an administrator gets in, and where the samples lie that it may use as a storage. */
export const place = {
  url: required("ACCESSION_URL"),
  token: required("ACCESSION_TOKEN"),
  samples: required("ACCESSION_SAMPLES"),
};

let browser: Browser;

/** Connects the tests of a file with the browser. */
export function withBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.connect(inject("browser"));
  });
  afterAll(async () => {
    await browser.close();
  });
}

/** Somebody at a browser of their own; what goes wrong in the page fails the test at its end. */
export class Visitor implements AsyncDisposable {
  readonly page: Page;
  readonly #mistakes: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on("pageerror", (error) => this.#mistakes.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
        this.#mistakes.push(message.text());
      }
    });
  }

  static async stranger(options: BrowserContextOptions = {}): Promise<Visitor> {
    const context = await browser.newContext({ baseURL: place.url, reducedMotion: "reduce", ...options });
    context.setDefaultTimeout(20_000);
    return new Visitor(await context.newPage());
  }

  static async administrator(options: BrowserContextOptions = {}): Promise<Visitor> {
    return Visitor.withToken(place.token, options);
  }

  static async withToken(token: string, options: BrowserContextOptions = {}): Promise<Visitor> {
    const visitor = await Visitor.stranger(options);
    await visitor.page.request.post("/api/v1/session", { data: { token } });
    return visitor;
  }

  /** Somebody who is no administrator, known by an address that nobody else has. */
  static async user(email: string, options: BrowserContextOptions = {}): Promise<Visitor> {
    await using administrator = await Visitor.stranger();
    const { id } = await administrator.ask<{ id: string }>("POST", "/api/v1/users", { email });
    const { token } = await administrator.ask<{ token: string }>("POST", `/api/v1/users/${id}/tokens`, {});
    return Visitor.withToken(token, options);
  }

  /** Asks the server as a program would, for what a test needs to be there. */
  async ask<T>(method: string, path: string, data?: unknown): Promise<T> {
    const response = await this.page.request.fetch(path, {
      method,
      headers: { Authorization: `Bearer ${place.token}`, Cookie: "" },
      ...(data === undefined ? {} : { data }),
    });
    expect(response.status(), `${method} ${path}: ${await response.text()}`).toBeLessThan(300);
    return (response.status() === 204 ? undefined : await response.json()) as T;
  }

  /** How many colours a picture on the page has. One that is not drawn yet has one or none. */
  async colours(selector: string): Promise<number> {
    const png = (await this.page.locator(selector).screenshot()).toString("base64");
    return this.page.evaluate(async (data) => {
      const picture = new Image();
      picture.src = `data:image/png;base64,${data}`;
      await picture.decode();
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const context = canvas.getContext("2d");
      context?.drawImage(picture, 0, 0);
      const pixels = context?.getImageData(0, 0, picture.width, picture.height).data.buffer;
      return new Set(new Uint32Array(pixels ?? new ArrayBuffer(0))).size;
    }, png);
  }

  /**
   * Everybody can use the page, once what closes or opens on it has come to rest: no violation of the rules that axe
   * knows. Tooltips stand outside of landmarks.
   */
  async expectAccessible(): Promise<void> {
    await this.page.evaluate(AXE);
    await expect.poll(() => this.#violations(), { timeout: 5_000, interval: 200 }).toBe("");
  }

  async #violations(): Promise<string> {
    const found = await this.page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run: (how: unknown) => Promise<AxeResults> } };
      return (await axe.run({ rules: { region: { enabled: false } } })).violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html }) => `${id}: ${html}`),
      );
    });
    return found.join("\n");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.page.context().close();
    expect(this.#mistakes).toEqual([]);
  }
}

interface AxeResults {
  violations: { id: string; nodes: { html: string }[] }[];
}
