import type { UploadJob } from "../api/names";
import { FigureLine } from "../app/FigureLine";

export function JobCounts({ job }: { job: UploadJob }) {
  const { counts } = job;
  return (
    <FigureLine
      figures={[
        ["Entries", counts.entries],
        ["Registered", counts.registered],
        ["Known", counts.known],
        ["Duplicates", counts.duplicatesInManifest],
        ["Failed", counts.failed, "red"],
        ...(counts.cancelled > 0 ? [["Cancelled", counts.cancelled] as [string, number]] : []),
      ]}
    />
  );
}
