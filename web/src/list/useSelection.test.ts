import { expect, it } from "vitest";
import { listOf } from "./itemList";
import { changed } from "./useSelection";

const LIST = listOf(["a", "b", "c", "d"].map((id) => ({ id })));

it("a range has both of its ends", async () => {
  expect(await LIST.range(1, 3)).toEqual([{ id: "b" }, { id: "c" }, { id: "d" }]);
});

it("items join what is selected, and leave it again", async () => {
  const some = changed(new Set(["d"]), await LIST.range(0, 1), true);

  expect([...some]).toEqual(["d", "a", "b"]);
  expect([...changed(some, await LIST.range(1, 3), false)]).toEqual(["a"]);
});
