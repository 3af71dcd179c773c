import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { drawnLength, scrolled, type Stand, topOf } from "./longScroll";

interface LongRowsOptions {
  rows: number;
  /** In pixels, as are the others. */
  rowHeight: number;
  /** How much of the list is seen at a time; 0 as long as that is not known. */
  view: number;
  /** What stands above the rows and stays there. */
  head?: number;
  /** So many rows are drawn before and after those in view. */
  beyond: number;
}

interface LongRows {
  /** What scrolls. */
  frame: RefObject<HTMLDivElement | null>;
  /** What the browser is told that all rows are high. */
  height: number;
  /** The rows to draw. */
  first: number;
  last: number;
  /** Where a row is drawn, from the top of all. */
  topOf: (row: number) => number;
  /** Brings a row into view. */
  reveal: (row: number) => void;
}

/** Draws those rows of a list that are in view, of any number of rows of one height. */
export function useLongRows({ rows, rowHeight, view, head = 0, beyond }: LongRowsOptions): LongRows {
  const whole = rows * rowHeight + head;
  const frame = useRef<HTMLDivElement>(null);
  const stand = useRef<Stand>({ top: 0, place: 0 });
  const [drawn, setDrawn] = useState({ first: 0, shift: 0 });

  const show = useCallback(() => {
    const first = Math.max(0, Math.floor(stand.current.place / rowHeight) - beyond);
    const shift = stand.current.top - stand.current.place;
    setDrawn((now) => (now.first === first && now.shift === shift ? now : { first, shift }));
  }, [rowHeight, beyond]);

  const moveTo = useCallback(
    (place: number) => {
      const extent = { whole, view };
      const wished = Math.min(Math.max(0, place), Math.max(0, whole - view));
      const top = topOf(wished, extent);
      stand.current = { top, place: wished };
      const scrolling = frame.current;
      if (scrolling !== null) {
        scrolling.scrollTo({ top, behavior: "instant" });
        stand.current.top = scrolling.scrollTop;
      }
      show();
    },
    [show, view, whole],
  );

  useEffect(() => {
    const scrolling = frame.current;
    function scroll() {
      if (scrolling !== null) {
        stand.current = scrolled(stand.current, scrolling.scrollTop, { whole, view });
        show();
      }
    }
    // After many steps the scroll bar of a long list stands for another place: it is put right while nothing moves.
    function rest() {
      const { top, place } = stand.current;
      if (Math.abs(topOf(place, { whole, view }) - top) > 1) {
        moveTo(place);
      }
    }
    scrolling?.addEventListener("scroll", scroll, { passive: true });
    scrolling?.addEventListener("scrollend", rest);
    return () => {
      scrolling?.removeEventListener("scroll", scroll);
      scrolling?.removeEventListener("scrollend", rest);
    };
  }, [moveTo, show, view, whole]);

  // Rows that change their height, or become fewer, stay where they are as far as they can.
  const before = useRef(rowHeight);
  useLayoutEffect(() => {
    const place = (stand.current.place * rowHeight) / before.current;
    before.current = rowHeight;
    if (view > 0 && place !== stand.current.place) {
      moveTo(place);
    } else {
      show();
    }
  }, [rowHeight, view, moveTo, show]);

  const reveal = useCallback(
    (row: number) => {
      const { place } = stand.current;
      const start = row * rowHeight;
      const end = start + rowHeight + head;
      if (start < place) {
        moveTo(start);
      } else if (end > place + view) {
        moveTo(end - view);
      }
    },
    [head, moveTo, rowHeight, view],
  );

  return {
    frame,
    height: drawnLength({ whole, view }) - head,
    first: Math.min(drawn.first, rows),
    last: view === 0 ? -1 : Math.min(rows - 1, drawn.first + Math.ceil(view / rowHeight) + 2 * beyond),
    topOf: (row) => row * rowHeight + drawn.shift,
    reveal,
  };
}
