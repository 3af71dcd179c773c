import { describe, expect, it } from "vitest";
import { place, Visitor, withBrowser } from "./visitor";

withBrowser();

const PUBLIC_KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIP5N2VbeKMgzILbqeb9ZRjmlh0r6RmWyp8HUT9dLGNBK grace@laptop";

describe("people", () => {
  it("are let in by an administrator, and choose a password with a link", async () => {
    await using visitor = await Visitor.administrator();
    const { page } = visitor;

    await page.goto("/people");
    await page.getByRole("button", { name: "Add user" }).waitFor();
    await visitor.expectAccessible();
    await page.getByRole("button", { name: "Add user" }).click();
    await page.getByLabel("E-mail address").fill("joan");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    expect(await page.getByLabel("E-mail address").evaluate((field: HTMLInputElement) => field.checkValidity())).toBe(
      false,
    );
    await page.getByLabel("E-mail address").fill("joan@example.org");
    await page.getByLabel("Name").fill("Joan");
    await visitor.expectAccessible();
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByRole("button", { name: "Make link" }).click();
    const link = await page.getByRole("dialog").locator("pre").textContent();
    await visitor.expectAccessible();
    await page.getByRole("button", { name: "Done" }).click();

    await using joan = await Visitor.stranger({ colorScheme: "dark" });
    await joan.page.goto(link ?? "");
    await joan.page.getByRole("button", { name: "Set password" }).waitFor();
    await joan.expectAccessible();
    await joan.page.getByRole("textbox", { name: "New password" }).fill("a long enough one");
    await joan.page.getByRole("button", { name: "Set password" }).click();
    await joan.page.getByRole("heading", { name: "Files", exact: true }).waitFor();
    expect(await joan.page.getByRole("link", { name: "People" }).count()).toBe(0);
    await joan.page.goto("/people");
    await joan.page.getByText("This is for administrators").waitFor();

    await page.getByRole("button", { name: "More about joan@example.org" }).click();
    await page.getByRole("menuitem", { name: "Deactivate" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Deactivate" }).click();
    await page.getByText("deactivated").waitFor();
    await visitor.expectAccessible();
    await joan.page.reload();
    await joan.page.getByRole("heading", { name: "Sign in to Accession" }).waitFor();
  });

  it("are given roles together, in folders and in integrations", async () => {
    await using visitor = await Visitor.administrator();
    const { page } = visitor;
    const folder = await visitor.ask<{ id: string }>("POST", "/api/v1/folders", { name: "Shared with many" });
    const integration = await visitor.ask<{ id: string }>("POST", "/api/v1/integrations", {
      title: "Shared URLs",
      settings: { type: "direct" },
    });
    await using member = await Visitor.user("mary@example.org", { colorScheme: "dark" });

    await page.goto("/people/groups");
    await page.getByRole("button", { name: "New group" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("Annotators");
    await page.getByRole("button", { name: "Create" }).click();
    await page.getByText("Nobody is in this group yet").waitFor();
    await page.getByRole("combobox", { name: "New member" }).fill("mary@");
    await page.getByRole("option", { name: "mary@example.org" }).click();
    await page.getByRole("button", { name: "Add member" }).click();
    await page.getByRole("cell", { name: "mary@example.org", exact: true }).waitFor();
    await visitor.expectAccessible();

    await page.goto(`/files/${folder.id}`);
    await page.getByRole("button", { name: "More about this folder" }).click();
    await page.getByRole("menuitem", { name: "Share" }).click();
    await page.getByRole("textbox", { name: "E-mail address" }).fill("nobody@example.org");
    await page.getByRole("dialog").getByRole("button", { name: "Share" }).click();
    await page.getByRole("alert").getByText("nobody@example.org").waitFor();
    await page.getByRole("combobox", { name: "Share with" }).click();
    await page.getByRole("option", { name: "A group" }).click();
    await page.getByRole("combobox", { name: "Group" }).click();
    await page.getByRole("option", { name: "Annotators" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Share" }).click();
    await page.getByRole("cell", { name: "Annotators", exact: true }).waitFor();
    await visitor.expectAccessible();

    await page.goto(`/integrations/${integration.id}`);
    await page.getByRole("button", { name: "Share" }).click();
    await page.getByRole("textbox", { name: "E-mail address" }).fill("mary@example.org");
    await page.getByRole("dialog").getByRole("button", { name: "Share" }).click();
    await page.getByRole("cell", { name: "mary@example.org", exact: true }).waitFor();

    await member.page.goto("/files");
    await member.page.getByRole("link", { name: "Shared with many" }).last().click();
    await member.page.getByRole("heading", { name: "Shared with many" }).waitFor();
    expect(await member.page.getByRole("button", { name: "Upload files" }).count()).toBe(0);
    await member.page.getByRole("button", { name: "More about this folder" }).click();
    await member.page.getByRole("menuitem", { name: "Summary" }).waitFor();
    expect(await member.page.getByRole("menuitem", { name: "Rename" }).count()).toBe(0);
    await member.page.goto(`/integrations/${integration.id}`);
    await member.page.getByRole("button", { name: "Share" }).click();
    await member.page.getByRole("cell", { name: "mary@example.org", exact: true }).waitFor();
    expect(await member.page.getByRole("button", { name: "Remove" }).count()).toBe(0);
    await member.expectAccessible();
  });

  it("keep their own names, keys and tokens", async () => {
    await using visitor = await Visitor.user("grace@example.org");
    const { page } = visitor;

    await page.goto("/files");
    await page.getByRole("button", { name: "Account" }).click();
    await page.getByRole("menuitem", { name: "Profile" }).click();
    await page.getByRole("textbox", { name: "Your name" }).fill("Grace");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Save", disabled: true }).waitFor();

    await page.getByRole("button", { name: "Add SSH key" }).click();
    await page.getByRole("textbox", { name: "Public key" }).fill("ssh-rsa AAAA");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByRole("alert").waitFor();
    await page.getByRole("textbox", { name: "Public key" }).fill(PUBLIC_KEY);
    await visitor.expectAccessible();
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByRole("cell", { name: /^SHA256:/ }).waitFor();

    await page.getByRole("button", { name: "New token" }).click();
    await page.getByRole("textbox", { name: "Name", exact: true }).fill("laptop");
    await page.getByRole("button", { name: "Make token" }).click();
    const token = await page.getByRole("dialog").locator("pre").textContent();
    await page.getByRole("button", { name: "Done" }).click();
    await page.getByRole("cell", { name: "laptop", exact: true }).waitFor();
    await visitor.expectAccessible();
    await using program = await Visitor.stranger();
    const asked = () =>
      program.page.request.get(`${place.url}/api/v1/profile`, { headers: { Authorization: `Bearer ${token}` } });
    expect((await (await asked()).json()).name).toBe("Grace");

    await page.getByRole("button", { name: "Revoke laptop" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
    await page.getByRole("cell", { name: "laptop", exact: true }).waitFor({ state: "detached" });
    expect((await asked()).status()).toBe(401);
  });

  it("change their password, and are told what is wrong with it", async () => {
    await using visitor = await Visitor.user("edith@example.org", { colorScheme: "dark" });
    const { page } = visitor;

    await page.goto("/profile");
    await page.getByRole("textbox", { name: "New password" }).fill("the first of them");
    await page.getByRole("button", { name: "Change password" }).click();
    await page.getByRole("status").getByText("The password is changed").waitFor();
    await page.getByRole("textbox", { name: "Present password" }).fill("not the first of them");
    await page.getByRole("textbox", { name: "New password" }).fill("the second of them");
    await page.getByRole("button", { name: "Change password" }).click();

    await page.getByRole("alert").getByText("This is not the present password").waitFor();
    await visitor.expectAccessible();
  });
});
