import { readFileSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { place, Visitor, withBrowser } from "./visitor";

withBrowser();

interface Named {
  id: string;
}

/** Its metadata was supplied, so that no object is looked at. */
const IMAGES = {
  images: ["one", "two"].map((title) => ({
    objectUrl: `https://media.example.org/datasets/${title}.jpg`,
    title: `Row ${title}`,
    imageMetadata: { mimeType: "image/jpeg", fileSize: 1000, width: 4, height: 3 },
    clientMetadata: { lanes: "many" },
  })),
};

async function folderWithItems(visitor: Visitor, name: string): Promise<string> {
  const { id: integration } = await visitor.ask<Named>("POST", "/api/v1/integrations", {
    title: `URLs of ${name}`,
    settings: { type: "direct" },
    strictClientOnly: true,
  });
  const { id: folder } = await visitor.ask<Named>("POST", "/api/v1/folders", { name });
  const { id: job } = await visitor.ask<Named>(
    "POST",
    `/api/v1/folders/${folder}/upload-jobs?integration=${integration}`,
    IMAGES,
  );
  await visitor.page.request.get(`/api/v1/upload-jobs/${job}/events`, {
    headers: { Authorization: `Bearer ${place.token}` },
  });
  return folder;
}

describe("a dataset", () => {
  it("gets rows by linking items, and loses them again", async () => {
    await using visitor = await Visitor.administrator();
    const { page } = visitor;
    const folder = await folderWithItems(visitor, "Linked from");

    await page.goto("/datasets");
    await page.getByRole("button", { name: "New dataset" }).click();
    await page.getByRole("textbox", { name: "Title", exact: true }).fill("Night drives");
    await visitor.expectAccessible();
    await page.getByRole("button", { name: "Create" }).click();
    await page.getByText("This dataset is empty").waitFor();
    await visitor.expectAccessible();

    await page.goto(`/files/${folder}`);
    await page.getByRole("checkbox", { name: "Select Row one" }).click();
    await page.getByRole("button", { name: "Link to dataset" }).click();
    await page.getByRole("combobox", { name: "Dataset", exact: true }).click();
    await page.getByRole("option", { name: "Night drives" }).click();
    await page.getByRole("button", { name: "Link", exact: true }).click();
    await page.getByText("1 item linked").waitFor();

    await page.goto("/datasets");
    await page.getByRole("link", { name: "Night drives" }).click();
    await page.getByRole("link", { name: "Row one" }).waitFor();
    await page.getByRole("button", { name: "Link a folder's items" }).click();
    await page.getByRole("combobox", { name: "All items directly in" }).fill("Linked fr");
    await page.getByRole("option", { name: "Linked from" }).click();
    await page.getByRole("combobox", { name: "Items that the dataset has already" }).click();
    await page.getByRole("option", { name: "link nothing" }).click();
    await page.getByRole("button", { name: "Link", exact: true }).click();
    await page.getByRole("alert").waitFor();
    await visitor.expectAccessible();
    await page.getByRole("combobox", { name: "Items that the dataset has already" }).click();
    await page.getByRole("option", { name: "leave them as they are" }).click();
    await page.getByRole("button", { name: "Link", exact: true }).click();
    await page.getByRole("link", { name: "Row two" }).waitFor();

    await page.getByRole("checkbox", { name: "Select Row one" }).click();
    await page.getByRole("button", { name: "Take out" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Take out" }).click();
    await page.getByRole("link", { name: "Row one" }).waitFor({ state: "detached" });
    await visitor.expectAccessible();
  });

  it("takes cloud data directly", async () => {
    await using visitor = await Visitor.administrator({ colorScheme: "dark" });
    const { page } = visitor;
    const { id: dataset } = await visitor.ask<Named>("POST", "/api/v1/datasets", { title: "Directly" });
    await visitor.ask("POST", "/api/v1/folders", { name: "Behind the dataset" });
    await visitor.ask("POST", "/api/v1/integrations", {
      title: "Directly",
      settings: { type: "local", root: place.samples },
    });

    await page.goto(`/datasets/${dataset}`);
    await page.getByRole("button", { name: "Upload files" }).click();
    await page.getByRole("combobox", { name: "Folder" }).fill("Behind");
    await page.getByRole("option", { name: "Behind the dataset" }).click();
    await page.getByRole("combobox", { name: "Integration" }).click();
    await page.getByRole("option", { name: "Directly", exact: true }).first().click();
    await page.locator("input[type=file]").setInputFiles(join(place.samples, "manifest.json"));
    await page.getByRole("button", { name: "Import", exact: true }).click();
    await page.getByRole("img", { name: "Done, but some files failed" }).first().waitFor();
    await page.getByRole("button", { name: "Done", exact: true }).click();

    await page.getByRole("link", { name: "Dawn" }).waitFor();
    await visitor.expectAccessible();
  });

  it("gets the files that failed at first by trying them again, and is shared", async () => {
    await using visitor = await Visitor.administrator();
    const { page } = visitor;
    const { id: dataset } = await visitor.ask<Named>("POST", "/api/v1/datasets", { title: "At the second try" });
    const { id: folder } = await visitor.ask<Named>("POST", "/api/v1/folders", { name: "Late files" });
    const { id: integration } = await visitor.ask<Named>("POST", "/api/v1/integrations", {
      title: "Late",
      settings: { type: "local", root: place.samples },
    });
    const late = join(place.samples, "late.jpg");
    const { id: job } = await visitor.ask<Named>(
      "POST",
      `/api/v1/folders/${folder}/upload-jobs?integration=${integration}&dataset=${dataset}&ignoreErrors=true`,
      {
        images: [
          { objectUrl: "images/dawn.jpg", title: "Early" },
          { objectUrl: "late.jpg", title: "Late" },
        ],
      },
    );

    await page.goto(`/uploads/${job}`);
    await page.getByRole("img", { name: "Done, but some files failed" }).waitFor();
    await writeFile(late, readFileSync(join(place.samples, "images/dawn.jpg")));
    await page.getByRole("button", { name: "Retry" }).click();
    await page.getByText("The failed files are tried again.").waitFor();
    await page.getByRole("link", { name: "At the second try" }).click();

    await page.getByRole("link", { name: "Early" }).waitFor();
    await page.getByRole("link", { name: "Late" }).waitFor();
    await rm(late);

    await using viewer = await Visitor.user("viewer@example.org");
    await page.getByRole("button", { name: "Share" }).click();
    await page.getByRole("textbox", { name: "E-mail address" }).fill("viewer@example.org");
    await page.getByRole("dialog").getByRole("button", { name: "Share" }).click();
    await page.getByRole("cell", { name: "viewer@example.org", exact: true }).waitFor();
    await visitor.expectAccessible();
    await viewer.page.goto(`/datasets/${dataset}`);
    await viewer.page.getByText("Late").first().waitFor();
    expect(await viewer.page.getByRole("button", { name: "Upload files" }).count()).toBe(0);
    expect(await viewer.page.getByRole("button", { name: "Remove" }).count()).toBe(0);
  });

  it("that mirrors a folder takes files from one's own disk, whose progress and end the bell tells", async () => {
    await using visitor = await Visitor.administrator();
    const { page } = visitor;
    const mirror = await visitor.ask<Named>("POST", "/api/v1/datasets", { title: "Mirror", mirrorsFolder: true });

    await page.goto(`/datasets/${mirror.id}`);
    await page.getByRole("button", { name: "Upload files" }).click();
    await page.getByRole("tab", { name: "Local files" }).click();
    await page.locator("input[type=file]").setInputFiles([
      { name: "dawn.jpg", mimeType: "image/jpeg", buffer: readFileSync(join(place.samples, "images/dawn.jpg")) },
      { name: "tool.exe", mimeType: "application/octet-stream", buffer: Buffer.from("no picture") },
    ]);
    await page.getByRole("button", { name: "Upload", exact: true }).click();
    await page.getByText("says no kind of file that can be registered").first().waitFor();
    await visitor.expectAccessible();
    await page.getByRole("button", { name: "Take tool.exe out" }).click();
    await page.getByRole("button", { name: "Upload", exact: true }).click();
    await page.getByRole("img", { name: "Done", exact: true }).first().waitFor();
    await page.getByRole("button", { name: "Done", exact: true }).click();
    await page.getByRole("link", { name: "dawn.jpg" }).waitFor();

    await page.getByRole("button", { name: /^Uploads, \d+ new$/ }).waitFor();
    await page.reload();
    await page.getByRole("button", { name: /^Uploads, \d+ new$/ }).click();
    await page.getByRole("button", { name: "Uploads", exact: true }).waitFor();
    await visitor.expectAccessible();
    await page.reload();
    await page.getByRole("button", { name: "Uploads", exact: true }).waitFor();
  });
});

describe("the metadata of items", () => {
  it("that does not fit the schema is listed", async () => {
    await using visitor = await Visitor.administrator();
    const { page } = visitor;
    const folder = await folderWithItems(visitor, "Violating");
    const { fields } = await visitor.ask<{ fields: Record<string, unknown> }>("GET", "/api/v1/schema");
    await visitor.ask("POST", "/api/v1/schema/versions", { ...fields, lanes: { ty: "variant", hint: "number" } });

    await page.goto(`/schema?folder=${folder}`);

    await page.getByText("/lanes").first().waitFor();
    await page.getByRole("link", { name: "Row one" }).waitFor();
    expect(await page.getByRole("link", { name: "Row two" }).count()).toBe(1);
    await visitor.expectAccessible();

    await page.getByRole("link", { name: "Row one" }).click();
    await page.getByRole("alert").getByText("/lanes").waitFor();
    await visitor.expectAccessible();
  });
});

describe("a cloud-synced folder", () => {
  it("is made, synced and summed up", async () => {
    await using visitor = await Visitor.administrator({ colorScheme: "dark" });
    const { page } = visitor;
    await visitor.ask("POST", "/api/v1/integrations", {
      title: "Synced storage",
      settings: { type: "local", root: place.samples },
    });

    await page.goto("/files");
    await page.getByRole("button", { name: "New folder" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("Following");
    await page.getByRole("checkbox", { name: "Synced with a storage" }).click();
    await page.getByRole("combobox", { name: "Integration" }).click();
    await page.getByRole("option", { name: "Synced storage" }).click();
    await page.getByRole("textbox", { name: "Prefix" }).fill("s3://nowhere/images/");
    await page.getByRole("button", { name: "Create" }).click();
    await page.getByRole("alert").waitFor();
    await page.getByRole("textbox", { name: "Prefix" }).fill("images/");
    await visitor.expectAccessible();
    await page.getByRole("button", { name: "Create" }).click();
    await page.getByText("It was never synced").waitFor();
    await page.getByRole("button", { name: "Sync now" }).click();
    await page
      .getByRole("status")
      .getByText(/listed, \d+ new/)
      .waitFor();
    await page.getByRole("link", { name: /dawn/ }).first().waitFor();
    await visitor.expectAccessible();

    await page.getByRole("button", { name: "More about this folder" }).click();
    await page.getByRole("menuitem", { name: "Summary" }).click();
    await page.getByRole("dialog").getByText("Size of all objects").waitFor();
    await visitor.expectAccessible();
  });
});
