import { text } from "node:stream/consumers";
import type { Readable } from "node:stream";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { Visitor, withBrowser } from "./visitor";

withBrowser();

const TREES = ["amber", "birch", "cedar"];

/** A few items whose metadata was supplied, so that no object is looked at. */
const MANIFEST = {
  images: TREES.map((title, index) => ({
    objectUrl: `https://media.example.org/${title}.jpg`,
    title: `Explored ${title}`,
    imageMetadata: { mimeType: "image/jpeg", fileSize: 1000, width: 100 * (index + 1), height: 30 },
    clientMetadata: { hue: [1, index] },
  })),
  pdfs: [
    {
      objectUrl: "https://media.example.org/amber.pdf",
      title: "Explored amber",
      pdfMetadata: { fileSize: 1000, numPages: 2 },
    },
  ],
};

/** More than are loaded at a time. */
const MANY = 1000;
const LONG = {
  images: Array.from({ length: MANY }, (_, number) => ({
    objectUrl: `https://media.example.org/long/${number}.jpg`,
    title: `Longlisted ${String(number).padStart(4, "0")}`,
    imageMetadata: { mimeType: "image/jpeg", fileSize: 1000, width: 40, height: 30 },
  })),
};

beforeAll(async () => {
  await using visitor = await Visitor.stranger();
  const { version, fields } = await visitor.ask<{ version: number; fields: object }>("GET", "/api/v1/schema");
  await visitor.ask("POST", `/api/v1/schema/versions?basedOn=${version}`, {
    ...fields,
    hue: { ty: "embedding", size: 2 },
  });
  const integration = await visitor.ask<{ id: string }>("POST", "/api/v1/integrations", {
    title: "Explored",
    settings: { type: "direct" },
    strictClientOnly: true,
  });
  const folder = await visitor.ask<{ id: string }>("POST", "/api/v1/folders", { name: "Explored" });
  await visitor.ask("POST", `/api/v1/folders/${folder.id}/upload-jobs?integration=${integration.id}`, MANIFEST);
  await visitor.ask("POST", `/api/v1/folders/${folder.id}/upload-jobs?integration=${integration.id}`, LONG);
  await vi.waitUntil(
    async () => {
      const filter = { or: [{ words: "explored" }, { words: "longlisted" }] };
      const { total } = await visitor.ask<{ total: number }>("POST", "/api/v1/search", { filter });
      return total >= 4 + MANY;
    },
    { timeout: 30_000, interval: 300 },
  );
});

describe("exploring", () => {
  it("finds items by words and by values, and the address says what is looked for", async () => {
    await using visitor = await Visitor.administrator();
    const { page } = visitor;

    await page.goto("/explore");
    await page.getByRole("textbox", { name: "Words" }).fill("explored amber");
    await page.getByRole("checkbox", { name: "PDF" }).click();
    await page
      .getByRole("link", { name: /Explored amber/ })
      .first()
      .waitFor();
    await page.getByRole("link", { name: /Explored birch/ }).waitFor({ state: "detached" });
    expect(await page.getByRole("checkbox", { name: "PDF" }).isChecked()).toBe(true);
    expect(new URL(page.url()).searchParams.get("words")).toBe("explored amber");
    await visitor.expectAccessible();

    await page.reload();
    await page.getByText("1 item", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Do not ask for Kind" }).click();
    await page.getByText("2 items", { exact: true }).waitFor();
  });

  it("narrows by ranges, written or swept over the histogram", async () => {
    await using visitor = await Visitor.administrator();
    const { page } = visitor;

    await page.goto("/explore?words=explored");
    await page.getByRole("button", { name: "Width" }).click();
    await page.getByRole("textbox", { name: "Width, at least" }).fill("150");
    await page.getByText("2 items", { exact: true }).waitFor();
    const last = page.locator("[title^='29']").last();
    await last.hover();
    await page.mouse.down();
    await page.mouse.up();
    await page.getByText("1 item", { exact: true }).waitFor();
    await page.getByRole("link", { name: /Explored cedar/ }).waitFor();
    await visitor.expectAccessible();
  });

  it("keeps filters under names", async () => {
    await using visitor = await Visitor.administrator();
    const { page } = visitor;

    await page.goto("/explore?words=birch");
    await page.getByRole("button", { name: "Presets" }).click();
    await page.getByRole("menuitem", { name: "Save as preset" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("Birches");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Preset: Birches").waitFor();
    await page.getByText("1 item", { exact: true }).waitFor();

    await page.getByRole("button", { name: "Clear all" }).click();
    await page.getByRole("button", { name: "Presets" }).click();
    await page.getByRole("menuitem", { name: "Use a preset" }).click();
    await page.getByRole("button", { name: "Rename Birches" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("White birches");
    await page.getByRole("button", { name: "Rename", exact: true }).click();
    await page.getByRole("link", { name: "White birches" }).waitFor();
    await visitor.expectAccessible();
    await page.getByRole("link", { name: "White birches" }).click();
    await page.getByText("Preset: White birches").waitFor();

    await page.getByRole("button", { name: "Presets" }).click();
    await page.getByRole("menuitem", { name: "Use a preset" }).click();
    await page.getByRole("button", { name: "Delete White birches" }).click();
    await page.getByText("No filter is kept yet").waitFor();
  });

  it("collects what was selected, opens it, and takes some of it out", async () => {
    await using visitor = await Visitor.administrator();
    const { page } = visitor;

    await page.goto("/explore?words=explored");
    await page.getByRole("checkbox", { name: "Select Explored birch" }).click();
    await page.getByRole("checkbox", { name: "Select Explored cedar" }).click();
    await page.getByText("2 items selected").waitFor();
    await page.getByRole("button", { name: "Collect", exact: true }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("Two trees");
    await page.getByRole("combobox", { name: "Folder at the top" }).fill("Explored");
    await page.getByRole("option", { name: "Explored" }).click();
    await visitor.expectAccessible();
    await page.getByRole("dialog").getByRole("button", { name: "Collect" }).click();
    await page.getByText("2 items added").waitFor();

    await page.getByRole("link", { name: "Collections" }).click();
    await page.getByRole("link", { name: "Two trees" }).waitFor();
    await visitor.expectAccessible();
    await page.getByRole("link", { name: "Two trees" }).click();
    await page.getByText("2 items", { exact: true }).waitFor();
    await page.getByRole("checkbox", { name: "Select Explored birch" }).click();
    await page.getByRole("button", { name: "Take out of the collection" }).click();
    await page.getByText("1 item", { exact: true }).waitFor();
  });

  it("finds the like of what was selected, and of an item", async () => {
    await using visitor = await Visitor.administrator();
    const { page } = visitor;

    await page.goto("/explore?words=explored");
    await page.getByRole("checkbox", { name: "Select Explored cedar" }).click();
    await page.getByRole("button", { name: "More like these" }).click();
    await page.getByText("Like, by hue: Explored cedar").waitFor();
    await page.getByText("2 items", { exact: true }).waitFor();
    const titles = await page.getByRole("listitem").getByRole("link").allTextContents();
    expect(titles.map((title) => title.match(/amber|birch|cedar/)?.[0])).toEqual(["birch", "amber"]);
    await visitor.expectAccessible();

    await page.getByRole("link", { name: /Explored birch/ }).click();
    await page.getByRole("region", { name: "Similar by hue" }).getByRole("link", { name: /cedar/ }).waitFor();
    await visitor.expectAccessible();
    await page.getByRole("link", { name: "All of them" }).click();
    await page.getByText("Like, by hue: Explored birch").waitFor();
  });

  it("groups near duplicates, of which one is kept and the rest is collected", async () => {
    await using visitor = await Visitor.administrator();
    const { page } = visitor;

    await page.goto("/explore?words=explored");
    await page.getByRole("link", { name: "Compare" }).click();
    await page.getByRole("combobox", { name: "Compared by" }).click();
    await page.getByRole("option", { name: "hue" }).click();
    await page.getByRole("textbox", { name: "Greatest distance" }).fill("0.06");
    await page.getByText("1 group among 3 items").waitFor();
    await page.getByRole("radio", { name: "Keep Explored cedar" }).click();
    await visitor.expectAccessible();
    await page.getByRole("button", { name: "Collect the rest" }).click();
    await page.getByRole("dialog", { name: "Collect 1 item" }).waitFor();
    await page.keyboard.press("Escape");

    await page.getByText("Outliers").click();
    await page.getByText("3 items of 3 items").waitFor();
    await visitor.expectAccessible();
  });

  it("draws around points of a map to look into it, and shows on it what is selected", async () => {
    await using visitor = await Visitor.administrator();
    const { page } = visitor;

    await page.goto("/explore?words=explored");
    await page.getByRole("button", { name: "Map" }).click();
    await page.getByRole("menuitem", { name: "hue" }).click();
    await page.getByRole("button", { name: "Compute the map" }).click();
    const points = page.locator("canvas[data-drawn='3']");
    await points.waitFor({ timeout: 40_000 });
    await visitor.expectAccessible();
    const { x, y, width, height } = (await points.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.move(x + 2, y + 2);
    await page.mouse.down();
    await page.mouse.move(x + width - 2, y + 2, { steps: 4 });
    await page.mouse.move(x + width - 2, y + height - 2, { steps: 4 });
    await page.mouse.move(x + 2, y + height - 2, { steps: 4 });
    await page.mouse.up();
    await page.getByText("Map of hue: an area").waitFor();
    await page.getByText("3 items", { exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get("map")).toContain("corners");

    const before = await points.screenshot();
    await page.getByRole("checkbox", { name: "Select Explored cedar" }).click();
    await page.getByText("1 item selected").waitFor();
    expect((await points.screenshot()).equals(before)).toBe(false);
    await page.getByRole("button", { name: "Clear", exact: true }).click();
    await page.getByRole("button", { name: "Forget the area" }).click();
    await page.getByText("4 items", { exact: true }).waitFor();
  });

  it("is gone through, and selected from, with the keyboard alone", async () => {
    await using visitor = await Visitor.administrator();
    const { page } = visitor;
    const focused = () => page.locator(":focus").textContent();

    await page.goto("/explore?words=explored&sort=title");
    const first = page.getByRole("link", { name: /Explored amber/ }).first();
    await first.focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.locator(":focus", { hasText: "Explored birch" }).waitFor();
    await page.keyboard.press("Space");
    await page.getByText("1 item selected").waitFor();
    await page.keyboard.press("Shift+ArrowRight");
    await page.getByText("2 items selected").waitFor();
    expect(await focused()).toContain("Explored cedar");
    await page.keyboard.press("Escape");
    await page.getByText("4 items", { exact: true }).waitFor();

    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    await visitor.expectAccessible();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.keyboard.press("/");
    await page.keyboard.type("cedar");
    await page.getByText("1 item", { exact: true }).waitFor();
    await page.getByRole("link", { name: /Explored cedar/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Explored cedar" }).waitFor();
  });

  it("goes to any place of a long list, and ranges are selected over what was not loaded", async () => {
    await using visitor = await Visitor.administrator();
    const { page } = visitor;

    await page.goto("/explore?words=longlisted&sort=title");
    await page.getByText("1,000 items", { exact: true }).waitFor();
    await page.getByRole("link", { name: /Longlisted 0000/ }).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("End");
    await page.locator(":focus", { hasText: "Longlisted 0999" }).waitFor();
    await page.keyboard.press("Shift+Space");
    await page.getByText("1,000 items selected", { exact: true }).waitFor();
    await page
      .getByRole("region", { name: "Items" })
      .evaluate((list) => list.scrollTo({ top: (list.scrollHeight - list.clientHeight) / 2 }));
    await page.getByRole("link", { name: /Longlisted 0500/ }).waitFor();
    await visitor.expectAccessible();
  });

  it("has room for what is found on a phone", async () => {
    await using visitor = await Visitor.administrator({ viewport: { width: 400, height: 800 } });
    const { page } = visitor;

    await page.goto("/explore?words=explored");
    const list = await page.getByRole("region", { name: "Items" }).boundingBox();
    expect(list?.height).toBeGreaterThan(480);
    await page.getByRole("button", { name: "Filters" }).click();
    await page.getByRole("dialog").getByRole("checkbox", { name: "PDF" }).click();
    await page.keyboard.press("Escape");
    await page.getByText("1 item", { exact: true }).waitFor();
    await visitor.expectAccessible();
  });

  it("takes everything that was found away as a file", async () => {
    await using visitor = await Visitor.administrator();
    const { page } = visitor;

    await page.goto("/explore?words=explored&sort=title");
    await page.getByText("4 items", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Export" }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: "Table (CSV)" }).click();

    const lines = (await text((await (await download).createReadStream()) as Readable)).trim().split("\r\n");
    expect(lines).toHaveLength(5);
    expect(lines.join("\n")).toContain("https://media.example.org/cedar.jpg");
  });

  it("says so where nothing is found", async () => {
    await using visitor = await Visitor.administrator({ colorScheme: "dark" });
    const { page } = visitor;

    await page.goto("/explore?words=nothinglikethat");
    await page.getByText("Nothing is like that").waitFor();
    await visitor.expectAccessible();
  });

  it("says in the server's words what cannot be looked for", async () => {
    await using visitor = await Visitor.administrator();
    const { page } = visitor;

    await page.goto("/explore?sort=nosuchfield");
    await page.getByRole("alert").getByText("nosuchfield").first().waitFor();
    await visitor.expectAccessible();
  });
});
