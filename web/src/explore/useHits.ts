import { keepPreviousData, useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { NewSearch } from "../api/names";
import type { TileItem } from "../files/ItemTile";
import type { ItemList } from "../list/itemList";
import { PART, partQuery } from "./hits";
import { partsAround, type View } from "./parts";

/** Who drags the scroll bar passes over most of the list: nothing is loaded before they pause, in milliseconds. */
const PASSING = 80;

const AT_FIRST = [0];

interface Hits {
  /** What is shown: that of the request, or what was found before as long as that is not known. */
  list: ItemList<TileItem> | undefined;
  /** Tells what the list is of. */
  what: string;
  error: Error | null;
  again: () => void;
  /** To be told which places are in view. */
  onView: (view: View) => void;
}

/** What is found, any part of which is loaded when it is looked at. */
export function useHits(request: NewSearch): Hits {
  const queries = useQueryClient();
  const first = useQuery({ ...partQuery(request, 0), placeholderData: keepPreviousData });
  const shown = useShown(request, first.isSuccess && !first.isPlaceholderData);
  const what = useMemo(() => JSON.stringify(shown), [shown]);
  const total = first.data?.total ?? 0;
  const [numbers, onView] = useParts(what, total);
  const { parts, error } = useQueries({
    queries: numbers.map((number) => ({ ...partQuery(shown, number), enabled: first.data !== undefined })),
    combine: useCallback(
      (answers: { data: { items: TileItem[] } | undefined; error: Error | null }[]) => ({
        parts: new Map(answers.map(({ data }, at) => [numbers[at], data?.items])),
        error: answers.find((answer) => answer.error !== null)?.error ?? null,
      }),
      [numbers],
    ),
  });

  const list = useMemo(
    (): ItemList<TileItem> => ({
      count: total,
      at: (place) => parts.get(Math.floor(place / PART))?.[place % PART],
      range: async (from, to) => {
        const wanted = partsAround({ from: from + PART, to: to - PART }, total, PART);
        const loaded = await Promise.all(wanted.map((number) => queries.ensureQueryData(partQuery(shown, number))));
        const start = (wanted[0] ?? 0) * PART;
        return loaded.flatMap(({ items }) => items).slice(from - start, to + 1 - start);
      },
    }),
    [parts, queries, shown, total],
  );

  return {
    list: first.data === undefined ? undefined : list,
    what,
    error: first.error ?? error,
    again: () => void queries.refetchQueries({ queryKey: ["items", "found"], type: "active" }),
    onView,
  };
}

/** The latest request that was answered. */
function useShown(request: NewSearch, isAnswered: boolean): NewSearch {
  const [shown, setShown] = useState(request);
  if (isAnswered && JSON.stringify(shown) !== JSON.stringify(request)) {
    setShown(request);
    return request;
  }
  return shown;
}

/** The parts that are wanted of a list, and what to tell which of it is in view. */
function useParts(what: string, total: number): [number[], (view: View) => void] {
  const [seen, setSeen] = useState({ of: what, parts: AT_FIRST });
  const passing = useRef<ReturnType<typeof setTimeout>>(undefined);
  const parts = seen.of === what ? seen.parts : AT_FIRST;

  const onView = useCallback(
    (view: View) => {
      const wanted = partsAround(view, total, PART);
      const set = () =>
        setSeen((now) => (now.of === what && now.parts.join() === wanted.join() ? now : { of: what, parts: wanted }));
      clearTimeout(passing.current);
      if (wanted.some((part) => parts.includes(part))) {
        set();
      } else {
        passing.current = setTimeout(set, PASSING);
      }
    },
    [parts, total, what],
  );

  useEffect(() => () => clearTimeout(passing.current), []);
  return [parts, onView];
}
