import { Anchor, Group, Progress, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { UploadJob } from "../api/names";
import { moment } from "../app/figures";
import { FailureActions } from "../uploads/FailureActions";
import { isRunning, percentDone } from "../uploads/jobs";
import { JobSign } from "../uploads/JobSign";
import { nameOf, wordsOf } from "../uploads/jobWords";

export function BellLine({ job, onLeave }: { job: UploadJob; onLeave: () => void }) {
  return (
    <Stack component="li" gap={4} p="sm" style={{ borderBottom: "1px solid var(--page-line)", listStyle: "none" }}>
      <Group gap="xs" wrap="nowrap">
        <JobSign job={job} />
        <Anchor component={Link} to={`/uploads/${job.id}`} size="sm" truncate onClick={onLeave} flex={1}>
          {nameOf(job)}
        </Anchor>
        <Text size="xs" c="dimmed" style={{ whiteSpace: "nowrap" }}>
          {moment(job.createdAt)}
        </Text>
      </Group>
      <Text size="xs" c="dimmed">
        {wordsOf(job)} · {job.folderName}
      </Text>
      {isRunning(job) && <Progress size="sm" value={percentDone(job)} aria-label="Progress" />}
      {job.counts.failed > 0 && !isRunning(job) && (
        <Group gap={6}>
          <FailureActions job={job} size="compact-xs" />
        </Group>
      )}
    </Stack>
  );
}
