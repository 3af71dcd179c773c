// Makes the pictures of docs/images. Needs a demonstration that runs:
//   ./accession demo --data DIR --port 7391
//   ACCESSION_URL=http://localhost:7391 ACCESSION_TOKEN=$(cat DIR/admin-token) npm run pictures
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

const {
  ACCESSION_URL: url,
  ACCESSION_TOKEN: token,
  ACCESSION_BROWSER: browserPath = "/usr/bin/chromium",
} = process.env;
if (url === undefined || token === undefined) {
  console.error("ACCESSION_URL and ACCESSION_TOKEN have to be set; the head of this script shows how.");
  process.exit(2);
}

const IMAGES = join(import.meta.dirname, "../../docs/images");
const VIEW = { width: 1200, height: 720 };

async function ask(path) {
  const response = await fetch(url + path, { headers: { Authorization: `Bearer ${token}` } });
  return response.json();
}

const folder = (await ask("/api/v1/folders?search=demo")).results[0];
const items = (await ask(`/api/v1/folders/${folder.id}/items`)).results;
const video = items.find((item) => item.title === "/videos/vp9.webm");

const PICTURES = [
  { name: "files", path: `/files/${folder.id}` },
  { name: "files-dark", path: `/files/${folder.id}?view=grid`, colorScheme: "dark" },
  {
    name: "item",
    path: `/items/${video.id}`,
    until: (page) => page.waitForFunction(() => document.querySelector("video")?.readyState >= 1),
  },
  {
    name: "bell",
    path: `/files/${folder.id}`,
    until: (page) => page.getByRole("button", { name: "Uploads" }).click(),
  },
  { name: "integration", path: "/integrations/new" },
  { name: "explore", path: "/explore" },
];

mkdirSync(IMAGES, { recursive: true });
const browser = await chromium.launch({
  executablePath: browserPath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
});
for (const { name, path, colorScheme = "light", until } of PICTURES) {
  const context = await browser.newContext({ baseURL: url, viewport: VIEW, colorScheme, reducedMotion: "reduce" });
  await context.request.post("/api/v1/session", { data: { token } });
  const page = await context.newPage();
  await page.goto(path);
  await page.waitForTimeout(2_500); // events keep the network busy for ever
  await until?.(page);
  await page.waitForTimeout(1_000);
  await page.screenshot({ path: join(IMAGES, `${name}.png`) });
  await context.close();
}
await browser.close();
