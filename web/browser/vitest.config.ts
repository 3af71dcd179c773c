import { defineConfig } from "vitest/config";

/** The browser tests go one after the other over one server, which whoever runs them has started. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["*.test.ts"],
    fileParallelism: false,
    sequence: { concurrent: false },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    globalSetup: "./browser.ts",
  },
});
