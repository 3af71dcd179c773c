import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { place, Visitor, withBrowser } from "./visitor";

withBrowser();

const TEXTS = {
  "one.txt": "The automobile was parked in front of the town hall.",
  "two.txt": "Mash three ripe bananas and bake the bread.",
};

beforeAll(async () => {
  await using visitor = await Visitor.stranger();
  await mkdir(join(place.samples, "meaning"), { recursive: true });
  for (const [name, text] of Object.entries(TEXTS)) {
    await writeFile(join(place.samples, "meaning", name), text);
  }
  const { id: integration } = await visitor.ask<{ id: string }>("POST", "/api/v1/integrations", {
    title: "Texts",
    settings: { type: "local", root: place.samples },
  });
  const { id: folder } = await visitor.ask<{ id: string }>("POST", "/api/v1/folders", { name: "Texts" });
  await visitor.ask("POST", `/api/v1/folders/${folder}/upload-jobs?integration=${integration}`, {
    text: Object.keys(TEXTS).map((name) => ({ objectUrl: `meaning/${name}`, title: name })),
  });
  // What a text means is known by its title first, and anew when its content was read.
  const first = async (text: string) => {
    const search = { filter: { folder }, similar: { like: [{ text }] } };
    return (await visitor.ask<{ results: { title: string }[] }>("POST", "/api/v1/search", search)).results[0]?.title;
  };
  await vi.waitUntil(
    async () => (await first("cooking with fruit")) === "two.txt" && (await first("a parked car")) === "one.txt",
    { timeout: 40_000, interval: 300 },
  );
});

describe("what texts mean", () => {
  it("finds them where they have no word in common with what is looked for", async () => {
    await using visitor = await Visitor.administrator();
    const { page } = visitor;

    await page.goto("/explore");
    await page.getByRole("textbox", { name: "Words" }).fill("cooking with fruit");
    await page.getByText("Nothing is like that").waitFor();
    await page.getByRole("combobox", { name: "How the text is looked for" }).click();
    await page.getByRole("option", { name: "Meaning", exact: true }).click();
    await page.getByRole("link", { name: /two\.txt/ }).waitFor();
    const first = () => page.getByRole("region", { name: "Items" }).getByRole("link").first().textContent();
    expect(await first()).toContain("two.txt");
    await visitor.expectAccessible();

    await page.getByRole("textbox", { name: "What it should be like" }).fill("a car near an old building");
    await vi.waitUntil(async () => (await first())?.includes("one.txt"), { timeout: 20_000, interval: 200 });
    await page.reload();
    await page.getByRole("link", { name: /one\.txt/ }).waitFor();
    expect(await first()).toContain("one.txt");
  });
});
