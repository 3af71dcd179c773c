import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { place, withBrowser, Visitor } from "./visitor";

withBrowser();

/** The samples name one object that does not exist and one that is not what its entry says. */
const FAILURES = 2;

describe("registering cloud data", () => {
  it("goes from nothing to files, with a plan, progress, the bell, and the failures to take away", async () => {
    await using visitor = await Visitor.administrator();
    const { page } = visitor;

    // an integration
    await page.goto("/integrations/new");
    await page.getByRole("heading", { name: "Add integration" }).waitFor();
    await visitor.expectAccessible();
    await page.getByRole("combobox", { name: "Storage" }).click();
    await page.getByRole("option", { name: "Directory on the server" }).click();
    await page.getByLabel("Title").fill("Samples");
    await page.getByLabel("Directory").fill(place.samples);
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByRole("heading", { name: "Samples" }).waitFor();
    await page.getByRole("button", { name: "Check now" }).click();
    await page.getByRole("status", { name: "Findings" }).getByRole("img", { name: "works" }).first().waitFor();
    await visitor.expectAccessible();

    // a folder
    await page.getByRole("link", { name: "Files" }).click();
    await page.getByRole("button", { name: "New folder" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("Drives");
    await page.getByRole("button", { name: "Create" }).click();
    await page.getByRole("heading", { name: "Drives" }).waitFor();
    await page.getByText("This folder is empty").waitFor();
    await visitor.expectAccessible();

    // a plan, which changes nothing
    await page.getByRole("button", { name: "Upload files" }).click();
    await page.getByRole("combobox", { name: "Integration" }).click();
    await page.getByRole("option", { name: "Samples" }).first().click();
    await page.locator("input[type=file]").setInputFiles({
      name: "drives.json",
      mimeType: "application/json",
      buffer: readFileSync(join(place.samples, "manifest.json")),
    });
    await page.getByRole("button", { name: "Show the plan" }).click();
    await page.getByRole("status", { name: "Plan" }).getByText("New").waitFor();
    await visitor.expectAccessible();

    // the job
    await page.getByRole("button", { name: "Import", exact: true }).click();
    await page.getByRole("img", { name: "Done, but some files failed" }).first().waitFor();
    await page.getByText(`registered, ${FAILURES} failed`).first().waitFor();
    await page.getByRole("button", { name: "Done", exact: true }).click();
    await page.getByRole("link", { name: "Dawn", exact: true }).waitFor();
    await visitor.expectAccessible();

    // the bell, after the page was loaded anew
    await page.reload();
    await page.getByRole("button", { name: /^Uploads/ }).click();
    await visitor.expectAccessible();
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Export failures" }).first().click();
    const rows = (await text((await (await download).createReadStream()) as Readable)).trim().split("\r\n").slice(1);
    expect(rows.map((row) => row.split(",")[0])).toEqual(["images/missing.jpg", "images/rings.png"]);

    // again, what failed alone
    await page.getByRole("button", { name: "Retry" }).first().click();
    await page.getByRole("link", { name: "drives (retry).json" }).click();
    await page.getByRole("heading", { name: "drives (retry).json" }).waitFor();
    await page.getByText("OBJECT_NOT_FOUND").waitFor();
    expect(await page.getByRole("row").count()).toBe(FAILURES + 1);
    await visitor.expectAccessible();
  });

  it("says where a manifest is broken", async () => {
    await using visitor = await Visitor.administrator();
    const { page } = visitor;
    const folder = await visitor.ask<{ id: string }>("POST", "/api/v1/folders", { name: "Broken" });
    await visitor.ask("POST", "/api/v1/integrations", { title: "Any URL", settings: { type: "direct" } });

    await page.goto(`/files/${folder.id}`);
    await page.getByRole("button", { name: "Upload files" }).click();
    await page.getByRole("combobox", { name: "Integration" }).click();
    await page.getByRole("option", { name: "Any URL" }).first().click();
    await page.locator("input[type=file]").setInputFiles({
      name: "broken.json",
      mimeType: "application/json",
      buffer: Buffer.from('{"images": [\n  {"objectUrl" "https://example.org/1.jpg"}]}'),
    });
    await page.getByRole("button", { name: "Show the plan" }).click();

    expect(await page.getByRole("alert").textContent()).toContain("line 2");
    await visitor.expectAccessible();
  });
});
