// What `accession bench ui` measures in a browser; prints one JSON object. Where the server is, and what it has, stands in the environment.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

const {
  ACCESSION_URL: url,
  ACCESSION_TOKEN: token,
  ACCESSION_BROWSER: executablePath,
  BENCH_ITEMS: items,
  BENCH_RUNS: runs,
  BENCH_SECONDS: seconds,
  BENCH_FOLDER: folder,
  BENCH_MAP: map,
} = process.env;

const VIEW = { width: 1400, height: 900 };
const PATIENCE = 120_000;
/** Of the wheel, in pixels and milliseconds. */
const TURN = 240;
const BETWEEN_TURNS = 40;
const SWING = 300;

/** The same browser as that of the tests. */
const FLAGS = JSON.parse(readFileSync(join(import.meta.dirname, "../browser/flags.json"), "utf8"));

const results = {};
const browser = await chromium.launch({ executablePath, args: FLAGS });

/** A browser that has seen nothing yet, signed in. */
async function stranger() {
  const context = await browser.newContext({ baseURL: url, viewport: VIEW });
  context.setDefaultTimeout(PATIENCE);
  await context.addInitScript({ path: join(import.meta.dirname, "watching.js") });
  await context.request.post("/api/v1/session", { data: { token } });
  return context.newPage();
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function percentile(values, share) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

function tell(name, values) {
  results[`${name}_ms_p50`] = percentile(values, 0.5);
  results[`${name}_ms_max`] = Math.max(...values);
}

/** From a click until what it leads to is drawn, in milliseconds of the page. */
async function drawnAfter(page, click, drawn, argument) {
  await page.evaluate(() => window.bench.awaitClick());
  const answer = page.evaluate(([name, value]) => window.bench.drawn(name, value), [drawn, argument]);
  await click();
  return answer;
}

const explore = (page) => page.getByRole("link", { name: "Explore" }).click();

say("opening pages");
const first = [];
const pictures = [];
const again = [];
for (let run = 0; run < runs; run += 1) {
  const page = await stranger();
  await page.goto("/files");
  await page.getByRole("link", { name: folder }).first().waitFor();
  await page.waitForTimeout(1_000);
  first.push(await drawnAfter(page, () => explore(page), "tiles"));
  pictures.push(await page.evaluate(() => window.bench.drawn("pictures")));
  await page.getByRole("link", { name: "Files" }).click();
  await page.getByRole("link", { name: folder }).first().waitFor();
  await page.waitForTimeout(500);
  again.push(await drawnAfter(page, () => explore(page), "tiles"));
  await page.context().close();
}
tell("explore_first_page", first);
tell("explore_first_pictures", pictures);
results["explore_pictures_made_ms"] = pictures[0];
tell("explore_again", again);

say("filtering");
const page = await stranger();
await page.goto("/explore");
await page.getByRole("button", { name: "weather" }).click();
await page.getByRole("checkbox", { name: "rain" }).waitFor();
await page.waitForTimeout(2_000);
const filtered = [];
for (const value of ["rain", "snow", "rain", "snow", "fog", "fog"]) {
  filtered.push(await drawnAfter(page, () => page.getByRole("checkbox", { name: value }).click(), "others"));
  await page.waitForTimeout(1_000);
}
tell("filter_change", filtered);

say("scrolling");
await page.goto("/explore");
await page.evaluate(() => window.bench.drawn("tiles"));
await page.mouse.move(900, 600);
await page.evaluate(() => window.bench.watchFrames());
const turns = (1_000 * Number(seconds)) / BETWEEN_TURNS;
for (let turn = 0; turn < turns; turn += 1) {
  await page.mouse.wheel(0, TURN);
  await page.waitForTimeout(BETWEEN_TURNS);
}
Object.assign(results, await page.evaluate(() => window.bench.frames("scroll")));

say("jumping");
const jumps = [];
for (const share of [0.5, 0.9, 0.1, 1, 0.33]) {
  jumps.push(await page.evaluate((part) => window.bench.jump(part), share));
}
tell("jump", jumps);

say("listing a folder");
const listed = [];
for (let run = 0; run < runs; run += 1) {
  await page.goto("/files");
  await page.getByRole("link", { name: folder }).first().waitFor();
  await page.waitForTimeout(500);
  listed.push(await drawnAfter(page, () => page.getByRole("link", { name: folder }).first().click(), "rows"));
}
tell("folder_first_page", listed);

if (map !== "") {
  say("drawing the map");
  await page.goto("/explore");
  await page.evaluate(() => window.bench.drawn("tiles"));
  await page.getByRole("button", { name: "Map" }).click();
  results["map_drawn_ms"] = await drawnAfter(
    page,
    () => page.getByRole("menuitem", { name: map }).click(),
    "map",
    items,
  );
  await page.getByText("Move", { exact: true }).click();
  const { x, y, width, height } = await page.locator("canvas[data-drawn]").boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.evaluate(() => window.bench.watchFrames());
  for (let turn = 0; turn < 60; turn += 1) {
    await page.mouse.move(x + width / 2 + Math.sin(turn / 6) * SWING * 0.5, y + height / 2);
  }
  const { map_frame_ms_p50: median, map_frame_ms_max: longest } = await page.evaluate(() => window.bench.frames("map"));
  await page.mouse.up();
  Object.assign(results, { map_frame_ms_p50: median, map_frame_ms_max: longest });
}

await browser.close();
console.log(JSON.stringify(results));
