// Goes into every page before its own scripts: tells when what people wait for is drawn, and what is seen frame by frame.
const PATIENCE = 120_000;
/** When, in milliseconds of the page; undefined as long as a click is awaited. */
let clicked = 0;
let stamps = [];
let blanks = [];
let without = [];
let isWatching = false;

const list = () => document.querySelector("[role=region][aria-label=Items], [role=table][aria-label=Items]");

/** What of the list is in view: its places, those that are awaited, and pixels that nothing covers. */
function seen() {
  const frame = list();
  if (frame === null) {
    return { places: [], awaited: 0, bare: 0, pictures: 0 };
  }
  const { top, bottom } = frame.getBoundingClientRect();
  const places = [...frame.querySelectorAll("[data-place]")].filter((place) => {
    const box = place.getBoundingClientRect();
    return box.bottom > top + 2 && box.top < bottom - 2;
  });
  const boxes = places.map((place) => place.getBoundingClientRect());
  const covered = Math.min(bottom, Math.max(...boxes.map((box) => box.bottom)) + 60);
  const uncovered = Math.max(0, Math.min(...boxes.map((box) => box.top)) - top - 60);
  const isAtEnd = frame.scrollTop + frame.clientHeight > frame.scrollHeight - 80;
  return {
    places,
    awaited: places.filter((place) => place.dataset.awaited !== undefined || place.textContent === "").length,
    bare: boxes.length === 0 ? bottom - top : uncovered + (isAtEnd ? 0 : bottom - covered),
    pictures: places.filter((place) => [...place.querySelectorAll("img")].some((one) => !one.complete)).length,
  };
}

const filled = () => {
  const { places, awaited, bare } = seen();
  return places.length > 0 && awaited === 0 && bare < 60;
};
const names = () =>
  seen()
    .places.map((place) => place.textContent)
    .join("\n");
/** Of what was in view when a click was awaited. */
let namesBefore = "";

const DRAWN = {
  tiles: filled,
  rows: () => list()?.getAttribute("role") === "table" && filled(),
  pictures: () => filled() && seen().pictures === 0,
  others: () => filled() && names() !== namesBefore,
  map: (points) => document.querySelector(`canvas[data-drawn="${points}"]`) !== null,
};

function nextFrame() {
  return new Promise((next) => requestAnimationFrame(next));
}

async function until(isDrawn, argument) {
  const end = performance.now() + PATIENCE;
  while (!isDrawn(argument)) {
    await nextFrame();
    if (performance.now() > end) {
      throw new Error(`nothing was drawn at ${location.pathname}: ${JSON.stringify({ ...seen(), places: 0 })}`);
    }
  }
  await nextFrame(); // what is there is on the screen when the next frame begins
  await nextFrame();
  return performance.now();
}

async function watch(now) {
  if (isWatching) {
    const { awaited, bare, pictures } = seen();
    stamps.push(now);
    blanks.push(awaited > 0 || bare > 60 ? 1 : 0);
    without.push(pictures > 0 ? 1 : 0);
    requestAnimationFrame(watch);
  }
}

window.bench = {
  awaitClick() {
    namesBefore = names();
    document.addEventListener("click", (event) => (clicked = event.timeStamp), { capture: true, once: true });
    clicked = undefined;
  },
  async drawn(name, argument) {
    await until(() => clicked !== undefined);
    return (await until(DRAWN[name], argument)) - clicked;
  },
  watchFrames() {
    [stamps, blanks, without, isWatching] = [[], [], [], true];
    requestAnimationFrame(watch);
  },
  frames(name) {
    isWatching = false;
    const lengths = stamps
      .slice(1)
      .map((stamp, at) => stamp - stamps[at])
      .sort((one, other) => one - other);
    const share = (part) => lengths[Math.min(lengths.length - 1, Math.floor(part * lengths.length))];
    return {
      [`${name}_frames`]: stamps.length,
      [`${name}_blank_frames`]: blanks.reduce((sum, one) => sum + one, 0),
      [`${name}_frames_before_pictures`]: without.reduce((sum, one) => sum + one, 0),
      [`${name}_frame_ms_p50`]: share(0.5),
      [`${name}_frame_ms_p99`]: share(0.99),
      [`${name}_frame_ms_max`]: share(1),
    };
  },
  async jump(part) {
    const shown = list();
    const before = names();
    const start = performance.now();
    shown.scrollTop = part * (shown.scrollHeight - shown.clientHeight);
    return (await until(() => filled() && names() !== before)) - start;
  },
};
