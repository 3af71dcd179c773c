import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { place, Visitor, withBrowser } from "./visitor";

withBrowser();

interface Named {
  id: string;
}

interface Listed {
  results: { id: string; kind: string; title: string }[];
}

const there = { folder: "", items: [] as Listed["results"] };

/** The samples, in a folder of these tests' own. */
beforeAll(async () => {
  await using visitor = await Visitor.stranger();
  const { id: integration } = await visitor.ask<Named>("POST", "/api/v1/integrations", {
    title: "Samples of files",
    settings: { type: "local", root: place.samples },
  });
  const { id: folder } = await visitor.ask<Named>("POST", "/api/v1/folders", { name: "Browsed" });
  const { id: job } = await visitor.ask<Named>(
    "POST",
    `/api/v1/folders/${folder}/upload-jobs?integration=${integration}&ignoreErrors=true`,
    JSON.parse(readFileSync(join(place.samples, "manifest.json"), "utf8")),
  );
  const ended = await visitor.page.request.get(`/api/v1/upload-jobs/${job}/events`, {
    headers: { Authorization: `Bearer ${place.token}` },
  });
  expect(await ended.text()).toContain('"state":"DONE"');
  there.folder = folder;
  there.items = (await visitor.ask<Listed>("GET", `/api/v1/folders/${folder}/items`)).results;
});

function itemOf(kind: string, title?: string): string {
  const found = there.items.find((item) => item.kind === kind && (title === undefined || item.title === title));
  return `/items/${found?.id}`;
}

describe("the files of a folder", () => {
  it("are found by their titles and kinds, and the address says what is shown", async () => {
    await using visitor = await Visitor.administrator();
    const { page } = visitor;

    await page.goto(`/files/${there.folder}`);
    await page.getByRole("textbox", { name: "Search in this folder" }).fill("drift");
    await page.waitForURL((url) => url.search === "?search=drift");
    await page.getByRole("link", { name: "Dawn" }).waitFor({ state: "detached" });
    await page.getByRole("link", { name: "Drift", exact: true }).waitFor();

    await page.getByRole("radio", { name: "List" }).press("ArrowRight");
    await page.getByRole("link", { name: /Drift/ }).first().waitFor();
    await visitor.expectAccessible();
  });

  it("are moved, and deleted, together", async () => {
    await using visitor = await Visitor.administrator();
    const { page } = visitor;
    await visitor.ask("POST", "/api/v1/folders", { name: "Elsewhere" });

    await page.goto(`/files/${there.folder}`);
    await page.getByRole("checkbox", { name: "Select Tone" }).click();
    await page.getByRole("checkbox", { name: "Select Trips" }).click();
    await page.getByText("2 items selected").waitFor();
    await visitor.expectAccessible();
    await page.getByRole("button", { name: "Move", exact: true }).click();
    await page.getByRole("combobox", { name: "Into folder" }).fill("Elsewh");
    await page.getByRole("option", { name: "Elsewhere" }).first().click();
    await page.getByRole("dialog").getByRole("button", { name: "Move" }).click();
    await page.getByRole("link", { name: "Tone", exact: true }).waitFor({ state: "detached" });

    await page.getByRole("checkbox", { name: "Select Waves" }).click();
    await page.getByRole("button", { name: "Delete", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await page.getByRole("link", { name: "Waves" }).waitFor({ state: "detached" });
  });

  it("lie in folders that can be renamed", async () => {
    await using visitor = await Visitor.administrator();
    const { page } = visitor;
    const { id } = await visitor.ask<Named>("POST", "/api/v1/folders", { name: "Old name" });

    await page.goto(`/files/${id}`);
    await page.getByRole("button", { name: "More about this folder" }).click();
    await page.getByRole("menuitem", { name: "Rename" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("New name");
    await page.getByRole("button", { name: "Rename" }).click();

    await page.getByRole("heading", { name: "New name" }).waitFor();
  });
});

describe("an item", () => {
  it("shows its picture, and keeps what people say of it", async () => {
    await using visitor = await Visitor.administrator();
    const { page } = visitor;

    await page.goto(itemOf("image", "Rings"));
    await page.getByRole("img", { name: "Rings" }).waitFor();
    await page.waitForFunction(() => (document.querySelector("img[alt=Rings]") as HTMLImageElement).naturalWidth > 0);
    await page.getByRole("textbox", { name: "scene" }).fill("circles");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Save" }).waitFor({ state: "detached" });
    await visitor.expectAccessible();

    await page.reload();
    expect(await page.getByRole("textbox", { name: "scene" }).inputValue()).toBe("circles");
    await page.getByRole("heading", { name: "History" }).waitFor();
    await page.getByText(/→ circles/).waitFor();
  });

  it("shows a video frame by frame", async () => {
    await using visitor = await Visitor.administrator();
    const { page } = visitor;

    await page.goto(itemOf("video", "/videos/vp9.webm"));
    await page.waitForFunction(() => (document.querySelector("video")?.readyState ?? 0) >= 1);
    await page.getByRole("button", { name: "One frame on" }).click();
    await page.getByText("Frame 1 of").waitFor();
    await page.getByRole("button", { name: "One frame on" }).click();
    await page.getByText("Frame 2 of").waitFor();
    await page.getByRole("button", { name: "One frame back" }).click();
    await page.getByText("Frame 1 of").waitFor();
    await visitor.expectAccessible();

    await page.waitForURL((url) => url.search === "?frame=1");
    await page.goto(`${itemOf("video", "/videos/vp9.webm")}?frame=30`);
    await page.getByText("Frame 30 of").waitFor();
    await page.waitForFunction(() => Math.abs((document.querySelector("video")?.currentTime ?? 0) - 30 / 24) < 1 / 24);
  });

  it("shows the images of a group one by one", async () => {
    await using visitor = await Visitor.administrator();
    const { page } = visitor;

    await page.goto(itemOf("imageGroup"));
    await page.getByRole("button", { name: /^3: / }).click();
    await page.locator("img[alt*='frame-2']").waitFor();
    await visitor.expectAccessible();
  });

  it("shows a document page by page", async () => {
    await using visitor = await Visitor.administrator();
    const { page } = visitor;

    await page.goto(itemOf("pdf"));
    await page.getByRole("button", { name: "Next page" }).click();
    await page.getByRole("img", { name: /page 2$/ }).waitFor();
    await page.getByText("Trip 18").waitFor({ state: "attached" });
    await visitor.expectAccessible();
  });

  it("shows a recording with its waveform", async () => {
    await using visitor = await Visitor.administrator();
    const { page } = visitor;

    await page.goto(itemOf("audio", "/audio/tone.wav"));
    await page.locator("svg[data-ready=true] rect").first().waitFor({ state: "attached" });
    await page.locator("svg[data-ready=true]").click();
    await page.waitForFunction(() => (document.querySelector("audio")?.currentTime ?? 0) > 0);
    await visitor.expectAccessible();
  });

  it("shows the slices of a DICOM series", async () => {
    await using visitor = await Visitor.administrator();
    const { page } = visitor;

    await page.goto(itemOf("dicomSeries"));
    await page.getByText("Slice 2 of 3").waitFor();
    expect(await visitor.colours("canvas")).toBeGreaterThan(10);
    await page.getByRole("slider", { name: "Slice" }).press("ArrowRight");
    await page.getByText("Slice 3 of 3").waitFor();
    await visitor.expectAccessible();
  });

  it("shows a NIfTI volume", async () => {
    await using visitor = await Visitor.administrator();
    const { page } = visitor;

    await page.goto(itemOf("nifti"));
    await page.getByText("Coronal").click();
    expect(await page.getByRole("radio", { name: "Coronal" }).isChecked()).toBe(true);
    expect(await visitor.colours("canvas")).toBeGreaterThan(10);
    await visitor.expectAccessible();
  });

  it("shows what a text says", async () => {
    await using visitor = await Visitor.administrator({ colorScheme: "dark" });
    const { page } = visitor;

    await page.goto(itemOf("plainText", "/text/labels.json"));
    await page.locator("pre").getByText("{").waitFor();
    await visitor.expectAccessible();
  });

  it("that is not there is told so", async () => {
    await using visitor = await Visitor.administrator();
    const { page } = visitor;

    await page.goto("/items/00000000-0000-7000-8000-000000000000");
    await page.getByText("It is not here, or not for you").waitFor();
    await visitor.expectAccessible();
  });
});
