import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** `npm run dev` shows the pages as they are edited, over a server that runs already. */
const target = process.env.ACCESSION_URL ?? "http://127.0.0.1:7171";

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: "target/ui/io/accession/web",
    emptyOutDir: true,
    target: "es2022",
  },
  server: {
    proxy: { "/api": { target, changeOrigin: false }, "/media": { target, changeOrigin: false } },
  },
  test: {
    include: ["src/**/*.test.ts"],
  },
});
