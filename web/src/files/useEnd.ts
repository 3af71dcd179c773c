import type { Virtualizer } from "@tanstack/react-virtual";
import { useEffect } from "react";

/** Calls back when the last of some virtual rows comes into view, or will after so many more. */
export function useEnd(rows: Virtualizer<HTMLDivElement, Element>, length: number, onEnd: () => void, ahead = 0): void {
  const last = rows.getVirtualItems().at(-1)?.index ?? -1;
  useEffect(() => {
    if (length > 0 && last >= length - 1 - ahead) {
      onEnd();
    }
  }, [last, length, onEnd, ahead]);
}
