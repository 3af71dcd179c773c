import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { place, Visitor, withBrowser } from "./visitor";

withBrowser();

/** Pictures of two folders; the twilights are all the same, and no other test has any. */
const FOLDERS = [["Twilight one", "Twilight two", "Rings"], ["Twilight three"]];

let folders: string[];

beforeAll(async () => {
  await using visitor = await Visitor.stranger();
  const { id: integration } = await visitor.ask<{ id: string }>("POST", "/api/v1/integrations", {
    title: "Twilights",
    settings: { type: "local", root: place.samples },
  });
  await mkdir(join(place.samples, "twilights"), { recursive: true });
  folders = [];
  for (const titles of FOLDERS) {
    const { id } = await visitor.ask<{ id: string }>("POST", "/api/v1/folders", { name: "Twilights" });
    for (const title of titles) {
      const picture = title === "Rings" ? "rings.png" : "dawn.jpg";
      await copyFile(join(place.samples, "images", picture), join(place.samples, "twilights", title));
    }
    const images = titles.map((title) => ({ objectUrl: `twilights/${title}`, title }));
    const { id: job } = await visitor.ask<{ id: string }>(
      "POST",
      `/api/v1/folders/${id}/upload-jobs?integration=${integration}`,
      { images },
    );
    await visitor.page.request.get(`/api/v1/upload-jobs/${job}/events`, {
      headers: { Authorization: `Bearer ${place.token}` },
    });
    await visitor.ask("POST", `/api/v1/folders/${id}/quality`);
    folders.push(id);
  }
  await vi.waitUntil(
    async () => {
      const { total, compared } = await visitor.ask<{ total: number; compared: number }>(
        "POST",
        "/api/v1/search/near-duplicates",
        { by: "pixels", filter: { words: "twilight" } },
      );
      return total === 1 && compared === 3;
    },
    { timeout: 40_000, interval: 300 },
  );
});

describe("near duplicates", () => {
  it("but the one that is kept are deleted where it is confirmed, and nothing else is", async () => {
    await using visitor = await Visitor.administrator();
    const { page } = visitor;

    await page.goto(`/compare?of=${encodeURIComponent(JSON.stringify({ words: "twilight" }))}`);
    await page.getByText("1 group among 3 items").waitFor();
    await page.getByRole("radio", { name: "Keep Twilight two" }).click();
    await page.getByRole("button", { name: "Delete the rest" }).click();
    await page.getByRole("dialog", { name: "Delete 2 items" }).getByRole("button", { name: "Cancel" }).click();
    await page.getByText("1 group among 3 items").waitFor();
    await page.getByRole("button", { name: "Delete the rest" }).click();
    await page
      .getByRole("dialog", { name: "Delete 2 items" })
      .getByText(/Twilight (one|three), Twilight (one|three)/)
      .waitFor();
    await visitor.expectAccessible();
    await page.getByRole("dialog", { name: "Delete 2 items" }).getByRole("button", { name: "Delete" }).click();

    await page.getByText("Nothing is nearly the same").waitFor();
    const left = await Promise.all(
      folders.map((folder) => visitor.ask<{ results: { title: string }[] }>("GET", `/api/v1/folders/${folder}/items`)),
    );
    expect(left.map(({ results }) => results.map(({ title }) => title).sort())).toEqual([
      ["Rings", "Twilight two"],
      [],
    ]);
    await page.getByRole("link", { name: "Explore" }).last().click();
    await page.getByText("1 item", { exact: true }).waitFor();
    await page.getByRole("link", { name: /Twilight two/ }).waitFor();
  });
});
