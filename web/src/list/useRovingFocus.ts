import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { stepOf } from "./steps";
import type { Selection } from "./useSelection";

interface RovingFocusOptions {
  /** What the places are in; each is an element with `data-place`. */
  frame: RefObject<HTMLElement | null>;
  count: number;
  columns: number;
  /** Places on a screen, for the keys that go a page up and down. */
  perPage: number;
  /** The first place in view. */
  inView: number;
  isDrawn: (place: number) => boolean;
  reveal: (place: number) => void;
  /** Left out where nothing can be done with a selection. */
  selection?: Selection | undefined;
}

/**
 * Moves the focus through places with the arrows. Only one of them is a stop of the tabulator; the focus stays at its place while what is there is loaded,
 * and while the place is scrolled out of view.
 */
export function useRovingFocus(options: RovingFocusOptions) {
  const { frame, count, columns, perPage, inView, isDrawn, reveal, selection } = options;
  const [current, setCurrent] = useState(0);
  const [isInside, setIsInside] = useState(false);
  const isMoving = useRef(false);
  const stop = isInside || isDrawn(current) ? Math.min(current, count - 1) : inView;

  useEffect(() => {
    const isLost = isInside && document.activeElement === document.body;
    const place = frame.current?.querySelector<HTMLElement>(`[data-place="${stop}"]`);
    if ((isMoving.current || isLost) && place) {
      isMoving.current = false;
      place.focus({ preventScroll: true });
    }
  });

  useEffect(() => {
    function leave(event: Event) {
      if (event.target instanceof Node && !frame.current?.contains(event.target)) {
        setIsInside(false);
      }
    }
    document.addEventListener("focusin", leave);
    document.addEventListener("pointerdown", leave);
    return () => {
      document.removeEventListener("focusin", leave);
      document.removeEventListener("pointerdown", leave);
    };
  }, [frame]);

  function move(event: KeyboardEvent, to: number) {
    event.preventDefault();
    if (event.shiftKey) {
      selection?.add(stop, to);
    }
    isMoving.current = true;
    setCurrent(to);
    setIsInside(true);
    reveal(to);
  }

  function press(event: KeyboardEvent<HTMLElement>) {
    const to = stepOf(event.key, stop, { count, columns, perPage });
    if (to !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
      move(event, to);
    } else if (event.key === " " && selection !== undefined && placeOf(event.target) !== undefined) {
      event.preventDefault();
      selection.toggle(stop, event.shiftKey);
    } else if (event.key === "Escape") {
      selection?.clear();
    }
  }

  return {
    /** The place that the tabulator stops at. */
    stop,
    /** Whether the focus is in the list, so that the place has to be drawn wherever it is. */
    isInside,
    handlers: {
      onKeyDown: press,
      onFocus: (event: FocusEvent<HTMLElement>) => {
        const place = placeOf(event.target);
        setIsInside(true);
        if (place !== undefined) {
          setCurrent(place);
        }
      },
    },
  };
}

function placeOf(element: EventTarget): number | undefined {
  const place = element instanceof HTMLElement ? element.dataset["place"] : undefined;
  return place === undefined ? undefined : Number(place);
}
