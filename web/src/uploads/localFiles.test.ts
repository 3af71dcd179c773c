import { describe, expect, it } from "vitest";
import { faultsByName, withFiles } from "./localFiles";

describe("local files", () => {
  it("are listed once, however often they are chosen", () => {
    const dawn = new File(["dawn"], "dawn.jpg", { lastModified: 1 });
    const dusk = new File(["dusk"], "dusk.jpg", { lastModified: 1 });

    const listed = withFiles(withFiles([], [dawn]), [dusk, dawn]);

    expect(listed.map(({ file }) => file.name)).toEqual(["dawn.jpg", "dusk.jpg"]);
  });

  it("are told apart from one another in what the server says of their names", () => {
    const problem = {
      type: "about:blank",
      title: "The request is not valid",
      status: 400,
      errors: [
        { pointer: "/names/2", detail: "No kind." },
        { pointer: "/other", detail: "Something else." },
      ],
    };

    expect([...faultsByName(problem)]).toEqual([[2, "No kind."]]);
  });
});
