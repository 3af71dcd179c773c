import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Download, FileJson, RotateCcw } from "lucide-react";
import type { UploadJob } from "../api/names";
import { failedManifestUrl, failuresCsvUrl, isRunning, retry, useJobChange } from "./jobs";

/** What can be done about what failed: take it away as CSV or as a manifest, or post it again. */
export function FailureActions({ job, size = "xs" }: { job: UploadJob; size?: "xs" | "compact-xs" }) {
  const retrying = useJobChange(async (failed: UploadJob) => {
    await retry(failed);
    notifications.show({ message: "The failed files are tried again.", color: "blue" });
  });
  if (job.counts.failed === 0 || isRunning(job)) {
    return null;
  }
  return (
    <>
      <Button
        size={size}
        variant="default"
        component="a"
        href={failuresCsvUrl(job)}
        download
        leftSection={<Download size={13} />}
      >
        Export failures
      </Button>
      <Button
        size={size}
        variant="default"
        component="a"
        href={failedManifestUrl(job)}
        download
        leftSection={<FileJson size={13} />}
      >
        Failed-only manifest
      </Button>
      <Button
        size={size}
        variant="default"
        loading={retrying.isPending}
        onClick={() => retrying.mutate(job)}
        leftSection={<RotateCcw size={13} />}
      >
        Retry
      </Button>
    </>
  );
}
