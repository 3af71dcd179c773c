import { Loader, ThemeIcon } from "@mantine/core";
import { Ban, Check, CircleAlert, X } from "lucide-react";
import type { UploadJob } from "../api/names";
import { isFlawless } from "./jobs";

/** The sign that the bell and the list of uploads give a job. */
export function JobSign({ job }: { job: UploadJob }) {
  const { name, color, icon: Icon } = signOf(job);
  if (Icon === undefined) {
    return <Loader size={18} role="img" aria-label={name} />;
  }
  return (
    <ThemeIcon size={18} radius="xl" color={color} role="img" aria-label={name} title={name}>
      <Icon size={12} strokeWidth={3} aria-hidden />
    </ThemeIcon>
  );
}

export function signOf(job: UploadJob) {
  switch (job.state) {
    case "PENDING":
      return { name: "Running", color: "blue", icon: undefined };
    case "DONE":
      return isFlawless(job)
        ? { name: "Done", color: "green", icon: Check }
        : { name: "Done, but some files failed", color: "orange", icon: CircleAlert };
    case "ERROR":
      return { name: "Failed", color: "red", icon: X };
    case "CANCELLED":
      return { name: "Cancelled", color: "gray", icon: Ban };
  }
}
