import { Button, Group, Progress, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import type { UploadJob } from "../api/names";
import { useFreshFolders } from "../files/folders";
import { FailureActions } from "./FailureActions";
import { JobCounts } from "./JobCounts";
import { isRunning, jobQuery, percentDone } from "./jobs";
import { JobSign } from "./JobSign";
import { wordsOf } from "./jobWords";

/** How a job stands that was just started. Closing it does not stop the job; the bell goes on telling. */
export function JobProgress({ job: started, onClose }: { job: UploadJob; onClose: () => void }) {
  const { data: job } = useQuery({ ...jobQuery(started.id), initialData: started });
  const refresh = useFreshFolders();
  const hasEnded = !isRunning(job);
  useEffect(() => {
    if (hasEnded) {
      void refresh();
    }
  }, [hasEnded, refresh]);
  return (
    <Stack>
      <Group gap="xs" role="status">
        <JobSign job={job} />
        <Text>{wordsOf(job)}</Text>
      </Group>
      <Progress value={percentDone(job)} aria-label="Progress" />
      <JobCounts job={job} />
      <Group gap="xs">
        <FailureActions job={job} />
      </Group>
      <Group justify="flex-end">
        <Button variant="default" component={Link} to={`/uploads/${job.id}`} onClick={onClose}>
          Details
        </Button>
        <Button onClick={onClose}>{hasEnded ? "Done" : "Go on in the background"}</Button>
      </Group>
    </Stack>
  );
}
