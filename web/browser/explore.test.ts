import { beforeAll, describe, expect, it, vi } from "vitest";
import { Visitor, withBrowser } from "./visitor";

withBrowser();

/** A few items whose metadata was supplied, so that no object is looked at. */
const MANIFEST = {
  images: ["amber", "birch", "cedar"].map((title) => ({
    objectUrl: `https://media.example.org/${title}.jpg`,
    title: `Explored ${title}`,
    imageMetadata: { mimeType: "image/jpeg", fileSize: 1000, width: 4, height: 3 },
  })),
  pdfs: [
    {
      objectUrl: "https://media.example.org/amber.pdf",
      title: "Explored amber",
      pdfMetadata: { fileSize: 1000, numPages: 2 },
    },
  ],
};

beforeAll(async () => {
  await using visitor = await Visitor.stranger();
  const integration = await visitor.ask<{ id: string }>("POST", "/api/v1/integrations", {
    title: "Explored",
    settings: { type: "direct" },
    strictClientOnly: true,
  });
  const folder = await visitor.ask<{ id: string }>("POST", "/api/v1/folders", { name: "Explored" });
  await visitor.ask("POST", `/api/v1/folders/${folder.id}/upload-jobs?integration=${integration.id}`, MANIFEST);
  await vi.waitUntil(
    async () => {
      const filter = { words: "explored" };
      const { total } = await visitor.ask<{ total: number }>("POST", "/api/v1/search", { filter });
      return total >= 4;
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
  });

  it("says so where nothing is found", async () => {
    await using visitor = await Visitor.administrator({ colorScheme: "dark" });
    const { page } = visitor;

    await page.goto("/explore?words=nothinglikethat");
    await page.getByText("Nothing is like that").waitFor();
    await visitor.expectAccessible();
  });
});
