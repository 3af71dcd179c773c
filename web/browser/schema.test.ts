import { describe, it } from "vitest";
import { Visitor, withBrowser } from "./visitor";

withBrowser();

describe("the metadata schema", () => {
  it("gets keys, and keeps them", async () => {
    await using visitor = await Visitor.administrator();
    const { page } = visitor;

    await page.goto("/schema");
    await page.getByRole("textbox", { name: "New key" }).fill("weather");
    await page.getByRole("combobox", { name: "Type of the new key" }).click();
    await page.getByRole("option", { name: "One of some texts" }).click();
    await page.getByRole("button", { name: "Add key" }).click();
    await page.getByRole("combobox", { name: "Values of weather" }).pressSequentially("rain");
    await page.getByRole("combobox", { name: "Values of weather" }).press("Enter");
    await page.getByText("rain", { exact: true }).waitFor();
    await page.getByRole("textbox", { name: "New key" }).fill("score");
    await page.getByRole("combobox", { name: "Type of the new key" }).click();
    await page.getByRole("option", { name: "Number" }).click();
    await page.getByRole("button", { name: "Add key" }).click();
    await page.getByRole("button", { name: "Save schema" }).click();
    await page.getByText(/Version \d+, saved/).waitFor();
    await visitor.expectAccessible();

    await page.reload();
    await page.getByText("rain", { exact: true }).waitFor();
    await page.getByRole("cell", { name: "score", exact: true }).waitFor();
  });

  it("says in the server's words what may not be", async () => {
    await using visitor = await Visitor.administrator({ colorScheme: "dark" });
    const { page } = visitor;

    await page.goto("/schema");
    await page.getByRole("textbox", { name: "New key" }).fill("$no");
    await page.getByRole("button", { name: "Add key" }).click();
    await page.getByRole("button", { name: "Save schema" }).click();

    await page.getByRole("alert").getByText("$no").first().waitFor();
    await visitor.expectAccessible();
  });
});
