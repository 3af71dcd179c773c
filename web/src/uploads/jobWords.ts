import type { UploadJob } from "../api/names";
import { count, counted } from "../app/figures";

const PHASES: Record<UploadJob["phase"], string> = {
  PLANNING: "Looking up what is known",
  PROBING: "Looking at files",
  RENDERING: "Making videos",
  PROMOTING: "Registering",
  ENDED: "Ended",
};

/** A job's state in one line. */
export function wordsOf(job: UploadJob): string {
  const { entries, registered, known, failed, planned, toProbe, probed } = job.counts;
  switch (job.state) {
    case "PENDING":
      return job.phase === "PROBING"
        ? `${PHASES.PROBING}: ${count(probed)} of ${count(toProbe)}`
        : `${PHASES[job.phase]}: ${count(planned)} of ${count(entries)}`;
    case "DONE": {
      const parts = [
        `${count(registered)} registered`,
        known > 0 ? `${count(known)} known` : "",
        failed > 0 ? `${count(failed)} failed` : "",
      ];
      return parts.filter((part) => part !== "").join(", ");
    }
    case "ERROR":
      return failed > 0 ? `${counted(failed, "file")} failed, nothing was registered` : (job.message ?? "Failed");
    case "CANCELLED":
      return `Cancelled after ${count(registered)} of ${count(entries)}`;
  }
}

export function nameOf(job: UploadJob): string {
  return job.fileName ?? `Upload into ${job.folderName}`;
}
