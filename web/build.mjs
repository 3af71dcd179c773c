// Builds the pages into target/ui, from where Maven puts them into the jar. Does nothing when nothing has changed since.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const HERE = dirname(fileURLToPath(import.meta.url));
const UI = join(HERE, "target/ui/io/accession/web");
const LEAST_NODE = [20, 19];

/** What the pages are made of. */
const SOURCES = [
  "src",
  "index.html",
  "package-lock.json",
  "tsconfig.json",
  "vite.config.ts",
  "build.mjs",
  "../api/src/main/resources/io/accession/api/openapi.yaml",
];

/** Smaller files, and pictures, do not gain. */
const COMPRESSED = new Set([".js", ".css", ".html", ".svg", ".json", ".mjs"]);
const WORTH_COMPRESSING = 1024;

function filesBelow(path) {
  const whole = join(HERE, path);
  return readdirSync(whole, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function digest(paths) {
  const hash = createHash("sha256").update(process.version);
  for (const path of paths) {
    hash.update(path).update("\0").update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
}

function isStamped(stamp, content) {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === content;
}

function run(program, ...words) {
  const result = spawnSync(program, words, { cwd: HERE, stdio: "inherit" });
  if (result.error) {
    fail(`${program} cannot be started (${result.error.message}). It comes with Node.js: https://nodejs.org`);
  }
  if (result.status !== 0) {
    fail(`'${[program, ...words].join(" ")}' failed; what it said is above.`);
  }
}

function fail(message) {
  console.error(`[ERROR] The web UI could not be built: ${message}`);
  process.exit(1);
}

function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1])) {
    fail(`Node.js ${LEAST_NODE.join(".")} or newer is needed, and 'node' is ${process.versions.node}.`);
  }
}

function install() {
  const stamp = join(HERE, "node_modules/.installed");
  const wanted = digest([join(HERE, "package-lock.json")]);
  if (!isStamped(stamp, wanted)) {
    run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
    writeFileSync(stamp, wanted);
  }
}

function compress() {
  for (const path of filesBelow("target/ui")) {
    const bytes = readFileSync(path);
    if (COMPRESSED.has(extname(path)) && bytes.length >= WORTH_COMPRESSING) {
      writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
      writeFileSync(
        `${path}.br`,
        brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
      );
    }
  }
}

requireNode();
const stamp = join(HERE, "target/ui.stamp");
const state = digest(SOURCES.flatMap((path) => (path === "src" ? filesBelow(path) : join(HERE, path))));
install();
if (!isStamped(stamp, state)) {
  rmSync(stamp, { force: true });
  mkdirSync(UI, { recursive: true });
  run("npm", "run", "--silent", "types");
  run("npx", "--no-install", "vite", "build", "--logLevel", "warn");
  compress();
  writeFileSync(stamp, state);
}
