const PAUSE = 3000;

/** A server ends a stream now and then, and one miss is no absence. */
const MISSES = 2;

interface Listener {
  told: (data: string) => void;
  /** The server does not answer; or it does again. */
  away: (isAway: boolean) => void;
  /** The server answered with something that is no stream. */
  refused: () => void;
}

/** Listens to the events of one name until it is told to stop. A stream that breaks off is opened again, however long that takes. */
export function listenSteadily(url: string, name: string, { told, away, refused }: Listener): () => void {
  let events: EventSource;
  let again: ReturnType<typeof setTimeout> | undefined;
  let misses = 0;

  function open() {
    events = new EventSource(url);
    events.addEventListener(name, ({ data }) => told(String(data)));
    events.addEventListener("open", () => {
      if (misses >= MISSES) {
        away(false);
      }
      misses = 0;
    });
    events.addEventListener("error", () => {
      misses += 1;
      if (misses === MISSES) {
        away(true);
      }
      // Browsers come again by themselves where the server is away for a moment, but not after an answer that is no stream.
      if (events.readyState === EventSource.CLOSED) {
        refused();
        again = setTimeout(open, PAUSE);
      }
    });
  }

  open();
  return () => {
    clearTimeout(again);
    events.close();
  };
}
