import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type BrowserServer, chromium } from "playwright-core";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    browser: string;
  }
}

/** Nothing leaves the machine, root may start it, and what is drawn in space is drawn without a graphics card. */
const FLAGS: string[] = JSON.parse(readFileSync(join(import.meta.dirname, "flags.json"), "utf8"));

let server: BrowserServer | undefined;

/** One browser for all files. */
export async function setup(project: TestProject) {
  server = await chromium.launchServer({
    executablePath: process.env["ACCESSION_BROWSER"] ?? "/usr/bin/chromium",
    args: FLAGS,
  });
  project.provide("browser", server.wsEndpoint());
}

export async function teardown() {
  await server?.close();
}
