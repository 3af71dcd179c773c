import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { listenSteadily } from "./steadyEvents";

/** The browser's part: one stream after the other. */
class Stream extends EventTarget {
  static readonly CLOSED = 2;
  static opened: Stream[] = [];
  readyState = 0;

  constructor() {
    super();
    Stream.opened.push(this);
  }

  close() {
    this.readyState = Stream.CLOSED;
  }
}

function last(): Stream {
  return Stream.opened.at(-1) ?? new Stream();
}

describe("a stream of events", () => {
  const heard: string[] = [];
  let stop: () => void;

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("EventSource", Stream);
    heard.length = 0;
    Stream.opened = [];
    stop = listenSteadily("/events", "news", {
      told: (data) => heard.push(data),
      away: (isAway) => heard.push(isAway ? "away" : "back"),
      refused: () => heard.push("refused"),
    });
  });

  afterEach(() => {
    stop();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("that ends and is opened again at once tells of no absence", () => {
    last().dispatchEvent(new Event("open"));
    last().dispatchEvent(new MessageEvent("news", { data: "a" }));
    last().dispatchEvent(new Event("error"));
    last().dispatchEvent(new Event("open"));

    expect(heard).toEqual(["a"]);
  });

  it("tells once that the server is away, and that it is back", () => {
    for (let miss = 0; miss < 5; miss++) {
      last().dispatchEvent(new Event("error"));
    }
    last().dispatchEvent(new Event("open"));

    expect(heard).toEqual(["away", "back"]);
  });

  it("is asked for again where the server refused it", () => {
    last().close();
    last().dispatchEvent(new Event("error"));
    vi.runAllTimers();

    expect(heard).toEqual(["refused"]);
    expect(Stream.opened).toHaveLength(2);
  });
});
