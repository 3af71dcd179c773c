import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, it } from "vitest";
import { place, Visitor, withBrowser } from "./visitor";

withBrowser();

/** Stands before the server and can be away. */
class Door {
  #server: Server | undefined;
  port = 0;

  async open(): Promise<void> {
    const target = new URL(place.url);
    const server = createServer((asked, answer) => {
      const onwards = request(
        { host: target.hostname, port: target.port, path: asked.url, method: asked.method, headers: asked.headers },
        (answered) => {
          answer.writeHead(answered.statusCode ?? 500, answered.headers);
          answered.pipe(answer);
        },
      );
      onwards.on("error", () => answer.destroy());
      answer.on("close", () => onwards.destroy());
      asked.pipe(onwards);
    });
    await new Promise<void>((listening) => server.listen(this.port, "127.0.0.1", listening));
    this.port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async shut(): Promise<void> {
    const server = this.#server;
    server?.closeAllConnections();
    await new Promise((closed) => server?.close(closed));
  }
}

describe("a server that is away", () => {
  const door = new Door();
  beforeAll(() => door.open());
  afterAll(() => door.shut());

  it("is missed and comes back with the state as it is then, for whoever is signed in", async () => {
    await using visitor = await Visitor.administrator({ baseURL: `http://127.0.0.1:${door.port}` });
    const { page } = visitor;
    const { id: integration } = await visitor.ask<{ id: string }>("POST", "/api/v1/integrations", {
      title: "Meanwhile",
      settings: { type: "direct" },
      strictClientOnly: true,
    });
    const { id: folder } = await visitor.ask<{ id: string }>("POST", "/api/v1/folders", { name: "Meanwhile" });
    await page.goto(`/files/${folder}`);
    await page.getByRole("button", { name: /^Uploads/ }).waitFor();

    await door.shut();
    await page.getByText("The server does not answer. Trying again.").waitFor();
    await visitor.expectAccessible();
    await using other = await Visitor.administrator();
    await other.ask(
      "POST",
      `/api/v1/folders/${folder}/upload-jobs?integration=${integration}&fileName=meanwhile.json`,
      {
        images: [
          {
            objectUrl: "https://media.example.org/meanwhile.jpg",
            title: "Meanwhile",
            imageMetadata: { mimeType: "image/jpeg", fileSize: 9, width: 4, height: 3 },
          },
        ],
      },
    );
    await door.open();

    await page.getByText("The server does not answer. Trying again.").waitFor({ state: "detached" });
    await page.getByRole("link", { name: "Meanwhile" }).last().waitFor();
    await page.getByRole("button", { name: /^Uploads, / }).click();
    await page.getByRole("link", { name: "meanwhile.json" }).waitFor();
  });
});
