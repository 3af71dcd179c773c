import { useCallback, useMemo, useState } from "react";

/** Which of some items are selected. A range goes from the item that was toggled last. */
export function useSelection(items: string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string>();
  const selected = useMemo(() => items.filter((item) => chosen.has(item)), [items, chosen]);

  const isSelected = useCallback((item: string) => chosen.has(item), [chosen]);

  function toggle(item: string, isRange: boolean) {
    const touched = isRange && last !== undefined ? between(items, last, item) : [item];
    const next = new Set(chosen);
    const isAdded = !chosen.has(item);
    for (const one of touched) {
      if (isAdded) {
        next.add(one);
      } else {
        next.delete(one);
      }
    }
    setChosen(next);
    setLast(item);
  }

  return { selected, isSelected, toggle, clear: () => setChosen(new Set()) };
}

/** The items from one to another, whichever comes first. */
export function between(items: string[], one: string, other: string): string[] {
  const [from, to] = [items.indexOf(one), items.indexOf(other)];
  return from < 0 || to < 0 ? [other] : items.slice(Math.min(from, to), Math.max(from, to) + 1);
}
