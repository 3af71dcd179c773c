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
    chunkSizeWarningLimit: 1200,
    // Decoders of DICOM's pixels evaluate text, which the pages' security policy forbids, and look for files where they find themselves in Node.js.
    rolldownOptions: {
      checks: { eval: false },
      onLog: (level, log, tell) => log.plugin !== "rolldown:vite-resolve" && tell(level, log),
    },
  },
  server: {
    proxy: { "/api": { target, changeOrigin: false }, "/media": { target, changeOrigin: false } },
  },
  test: {
    include: ["src/**/*.test.ts"],
  },
});
