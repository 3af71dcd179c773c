import { notifications } from "@mantine/notifications";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { wordsOf } from "../api/problem";
import { count } from "../app/figures";
import type { ItemList } from "./itemList";

/** So many are selected by one range. */
const LONGEST_RANGE = 10_000;

const NOTHING: ReadonlySet<string> = new Set();

export interface Selection {
  /** Ids, in the order in which they were selected. */
  selected: string[];
  isSelected: (id: string) => boolean;
  /** Selects the item at a place, or leaves it out; with a range, also all those from the one that was toggled last. The same function for ever. */
  toggle: (place: number, isRange: boolean) => void;
  /** Selects all from one place to another. */
  add: (from: number, to: number) => void;
  clear: () => void;
}

/**
 * Which items of a list are selected.
 *
 * @param what the list is of: nothing is selected in another one
 */
export function useSelection(list: ItemList<{ id: string }>, what: string): Selection {
  const [{ of, chosen, last }, set] = useState<{ of: string; chosen: ReadonlySet<string>; last?: number }>({
    of: what,
    chosen: NOTHING,
  });
  const now = of === what ? chosen : NOTHING;
  const selected = useMemo(() => [...now], [now]);

  async function touch(from: number, to: number, isAdded: boolean) {
    const [least, greatest] = [Math.min(from, to), Math.max(from, to)];
    if (greatest - least >= LONGEST_RANGE) {
      notifications.show({
        title: "That is too much for one selection",
        message: `A range has at most ${count(LONGEST_RANGE)} items. Filter for what you mean, and use what is offered for all that is found.`,
      });
      return;
    }
    try {
      const touched = await list.range(least, greatest);
      set((before) => ({
        of: what,
        chosen: changed(before.of === what ? before.chosen : NOTHING, touched, isAdded),
        last: to,
      }));
    } catch (error) {
      notifications.show({ color: "red", title: "Nothing was selected", message: wordsOf(error) });
    }
  }

  function toggle(place: number, isRange: boolean) {
    const toggled = list.at(place);
    if (toggled !== undefined) {
      void touch(isRange && last !== undefined && of === what ? last : place, place, !now.has(toggled.id));
    }
  }

  const latest = useRef(toggle);
  useEffect(() => {
    latest.current = toggle;
  });

  return {
    selected,
    isSelected: useCallback((id: string) => now.has(id), [now]),
    toggle: useCallback((place: number, isRange: boolean) => latest.current(place, isRange), []),
    add: (from, to) => void touch(from, to, true),
    clear: () => set({ of: what, chosen: NOTHING }),
  };
}

/** The same with some more, or without them. */
export function changed(chosen: ReadonlySet<string>, touched: { id: string }[], isAdded: boolean): ReadonlySet<string> {
  const next = new Set(chosen);
  for (const { id } of touched) {
    if (isAdded) {
      next.add(id);
    } else {
      next.delete(id);
    }
  }
  return next;
}
