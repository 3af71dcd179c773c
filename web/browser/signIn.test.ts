import { describe, expect, it } from "vitest";
import { place, withBrowser, Visitor } from "./visitor";

withBrowser();

describe("signing in", () => {
  it("asks strangers who they are, at the address that they came to", async () => {
    await using visitor = await Visitor.stranger();
    const { page } = visitor;

    await page.goto("/uploads");
    await page.getByRole("button", { name: "Sign in with an API token instead" }).click();
    await visitor.expectAccessible();
    await page.getByLabel("API token").fill(place.token);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();

    await page.getByRole("heading", { name: "Uploads" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/uploads");
  });

  it("says in the server's words why somebody is not let in", async () => {
    await using visitor = await Visitor.stranger();
    const { page } = visitor;

    await page.goto("/");
    await page.getByLabel("E-mail address").fill("nobody@example.org");
    await page.getByRole("textbox", { name: "Password" }).fill("not the password");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();

    expect(await page.getByRole("alert").textContent()).toContain("password");
    await visitor.expectAccessible();
  });

  it("ends where the account's menu says so", async () => {
    await using visitor = await Visitor.administrator();
    const { page } = visitor;

    await page.goto("/files");
    await page.getByRole("button", { name: "Account" }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();

    await page.getByRole("heading", { name: "Sign in to Accession" }).waitFor();
  });

  it("takes one click on a link that works once", async () => {
    await using visitor = await Visitor.stranger();
    const { page } = visitor;

    await page.goto(`/sign-in#${process.env["ACCESSION_SIGN_IN"]}`);
    await visitor.expectAccessible();
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByRole("heading", { name: "Files", exact: true }).waitFor();

    await using second = await Visitor.stranger();
    await second.page.goto(`/sign-in#${process.env["ACCESSION_SIGN_IN"]}`);
    await second.page.getByRole("button", { name: "Sign in", exact: true }).click();
    await second.page.getByRole("alert").getByText("This link was used").waitFor();
    await second.page.getByRole("link", { name: "Sign in with a password or a token instead" }).click();
    await second.page.getByRole("heading", { name: "Sign in to Accession" }).waitFor();
  });

  it("lets the first administrator in by the link that the server printed", async () => {
    await using visitor = await Visitor.stranger({ colorScheme: "dark" });
    const { page } = visitor;

    await page.goto(`/welcome#${process.env["ACCESSION_WELCOME"]}`);
    await visitor.expectAccessible();
    await page.getByLabel("E-mail address").fill("ada@example.org");
    await page.getByLabel("Name").fill("Ada");
    await page.getByRole("textbox", { name: "Password" }).fill("analytical engine");
    await page.getByRole("button", { name: "Become administrator" }).click();

    await page.getByRole("heading", { name: "Files", exact: true }).waitFor();
    await page.getByRole("button", { name: "Account" }).click();
    await page.getByText("ada@example.org · administrator").waitFor();
  });
});
