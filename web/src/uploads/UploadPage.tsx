import { Alert, Anchor, Button, Group, Progress, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { UploadJob } from "../api/names";
import { Asked } from "../app/Asked";
import { count, moment, size } from "../app/figures";
import { PageFrame } from "../app/PageFrame";
import { datasetQuery } from "../datasets/datasets";
import { FolderPath } from "../files/FolderPath";
import { FailureActions } from "./FailureActions";
import { FailureTable } from "./FailureTable";
import { JobCounts } from "./JobCounts";
import { cancel, isRunning, jobQuery, percentDone, useJobChange } from "./jobs";
import { JobSign } from "./JobSign";
import { nameOf, wordsOf } from "./jobWords";

const route = getRouteApi("/inside/uploads/$jobId");

/** One upload: how it stands, and all that failed. */
export function UploadPage() {
  const { jobId } = route.useParams();
  const job = useQuery(jobQuery(jobId));
  return (
    <PageFrame
      title={job.data === undefined ? "Upload" : nameOf(job.data)}
      path={job.data && <FolderPath folder={job.data.folderId} isWhole />}
      actions={job.data && <Actions job={job.data} />}
    >
      <Asked query={job}>{(shown) => <Details job={shown} />}</Asked>
    </PageFrame>
  );
}

function Actions({ job }: { job: UploadJob }) {
  const cancelling = useJobChange(cancel);
  return (
    <>
      <FailureActions job={job} />
      {isRunning(job) && (
        <Button
          size="xs"
          variant="default"
          color="red"
          loading={cancelling.isPending}
          onClick={() => cancelling.mutate(job)}
        >
          Cancel
        </Button>
      )}
      <Button size="xs" variant="default" component={Link} to={`/files/${job.folderId}`}>
        Open folder
      </Button>
    </>
  );
}

function Target({ dataset }: { dataset: string }) {
  const title = useQuery(datasetQuery(dataset)).data?.title;
  return (
    <Text size="sm">
      Its files become rows of{" "}
      <Anchor component={Link} to={`/datasets/${dataset}`} size="sm" underline="always">
        {title ?? "a dataset"}
      </Anchor>
      .
    </Text>
  );
}

function Details({ job }: { job: UploadJob }) {
  return (
    <Stack>
      <Group gap="xs" role="status">
        <JobSign job={job} />
        <Text>{wordsOf(job)}</Text>
      </Group>
      {isRunning(job) && <Progress value={percentDone(job)} aria-label="Progress" />}
      {job.state === "ERROR" && job.message !== null && <Alert color="red">{job.message}</Alert>}
      <JobCounts job={job} />
      <Text size="sm" c="dimmed">
        {job.createdBy}, {moment(job.createdAt)}
        {job.endedAt === null ? "" : ` to ${moment(job.endedAt)}`}.{" "}
        {job.ignoreErrors ? "Individual file errors are ignored." : "All files, or none."} The storage was asked{" "}
        {count(job.cost.requests)} times for {size(job.cost.bytes)}.
      </Text>
      {job.datasetId !== null && <Target dataset={job.datasetId} />}
      {job.warnings.map((warning) => (
        <Alert key={warning.code} color="yellow">
          {warning.message} (line {warning.line}
          {warning.count > 1 ? `, ${count(warning.count)} times` : ""})
        </Alert>
      ))}
      {job.counts.failed > 0 && (
        <>
          <Title order={2}>Failures</Title>
          <FailureTable job={job.id} />
        </>
      )}
    </Stack>
  );
}
