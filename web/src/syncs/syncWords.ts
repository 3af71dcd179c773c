import type { SyncRun } from "../api/names";
import { count } from "../app/figures";

const PHASES: Record<SyncRun["phase"], string> = {
  LISTING: "Listing objects",
  REGISTERING: "Registering what is new",
  METADATA: "Reading metadata",
  FINISHING: "Looking for what is gone",
  ENDED: "Ended",
};

/** A sync's state in one line. */
export function wordsOf(run: SyncRun): string {
  const { listed, added, changed, vanished, returned } = run.counts;
  switch (run.state) {
    case "PENDING":
      return `${PHASES[run.phase]}: ${count(listed)} listed`;
    case "DONE": {
      const parts = [
        [added, "new"],
        [changed, "changed"],
        [vanished, "gone"],
        [returned, "back again"],
      ] as const;
      const said = parts.filter(([value]) => value > 0).map(([value, word]) => `${count(value)} ${word}`);
      return `${count(listed)} listed, ${said.length === 0 ? "nothing has changed" : said.join(", ")}`;
    }
    case "ERROR":
      return run.message ?? "Failed";
    case "CANCELLED":
      return `Cancelled after ${count(listed)} were listed`;
  }
}

/** How much of a layer is decided, from 0 to 100. */
export function percentOf({ pending, done, error, cancelled }: SyncRun["pages"]): number {
  const ended = done + error + cancelled;
  return pending + ended === 0 ? 0 : Math.floor((100 * ended) / (pending + ended));
}
