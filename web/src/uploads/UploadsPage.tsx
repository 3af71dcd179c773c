import { Anchor, Table, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ListChecks } from "lucide-react";
import type { UploadJob } from "../api/names";
import { resultsOf } from "../api/pages";
import { AskedPages } from "../app/AskedPages";
import { Empty } from "../app/Empty";
import { moment } from "../app/figures";
import { PageFrame } from "../app/PageFrame";
import { isRunning, jobsQuery } from "./jobs";
import { JobSign } from "./JobSign";
import { nameOf, wordsOf } from "./jobWords";

const LOOK = 2000;

/** All uploads, the newest first. */
export function UploadsPage() {
  const jobs = useInfiniteQuery({
    ...jobsQuery,
    refetchInterval: ({ state }) => (resultsOf(state.data).some(isRunning) ? LOOK : false),
  });
  return (
    <PageFrame title="Uploads">
      <AskedPages query={jobs} empty={<NoUploads />}>
        {(found) => <JobTable jobs={found} />}
      </AskedPages>
    </PageFrame>
  );
}

function NoUploads() {
  return (
    <Empty icon={ListChecks} title="Nothing was uploaded yet">
      Every manifest that is registered into a folder is listed here, with what came of it.
    </Empty>
  );
}

function JobTable({ jobs }: { jobs: UploadJob[] }) {
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table highlightOnHover fz="sm" verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={36}>
              <span className="visually-hidden">State</span>
            </Table.Th>
            <Table.Th>Manifest</Table.Th>
            <Table.Th>Folder</Table.Th>
            <Table.Th>Result</Table.Th>
            <Table.Th>By</Table.Th>
            <Table.Th>Started</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {jobs.map((job) => (
            <Table.Tr key={job.id}>
              <Table.Td>
                <JobSign job={job} />
              </Table.Td>
              <Table.Td>
                <Anchor component={Link} to={`/uploads/${job.id}`} size="sm">
                  {nameOf(job)}
                </Anchor>
              </Table.Td>
              <Table.Td>
                <Link to="/files/$folderId" params={{ folderId: job.folderId }} className="plain">
                  {job.folderName}
                </Link>
              </Table.Td>
              <Table.Td>{wordsOf(job)}</Table.Td>
              <Table.Td>{job.createdBy}</Table.Td>
              <Table.Td>
                <Text size="sm" style={{ whiteSpace: "nowrap" }}>
                  {moment(job.createdAt)}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
