import { useDebouncedCallback } from "@mantine/hooks";
import { useState } from "react";

/**
 * What somebody types, told when typing pauses. It follows what is known where that is changed elsewhere, and not the late echo of what was typed.
 *
 * @param tidied what is told of what was typed
 * @returns what the field shows, and what to call with each change
 */
export function useTyped<T>(
  known: T,
  onTyped: (typed: T) => void,
  pause: number,
  tidied: (typed: T) => T = (typed) => typed,
): [T, (typed: T) => void] {
  const [typed, setTyped] = useState(known);
  const [seen, setSeen] = useState(known);
  const [told, setTold] = useState(known);
  const tell = useDebouncedCallback((latest: T) => {
    const settled = tidied(latest);
    setTold(settled);
    onTyped(settled);
  }, pause);

  if (!isSame(known, seen)) {
    setSeen(known);
    if (!isSame(known, told)) {
      setTold(known);
      setTyped(known);
    }
  }

  return [
    typed,
    (changed) => {
      setTyped(changed);
      tell(changed);
    },
  ];
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
