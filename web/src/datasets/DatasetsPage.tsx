import { Anchor, Button, Table } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { Database, Plus, SearchX } from "lucide-react";
import type { Dataset } from "../api/names";
import { AskedPages } from "../app/AskedPages";
import { Empty } from "../app/Empty";
import { moment } from "../app/figures";
import { PageFrame } from "../app/PageFrame";
import { SearchField } from "../app/SearchField";
import { wordsSearch } from "../app/wordsSearch";
import { datasetsQuery } from "./datasets";
import { NewDatasetDialog } from "./NewDatasetDialog";

const route = getRouteApi("/inside/datasets");

/** The datasets: items chosen for a purpose. */
export function DatasetsPage() {
  const { search = "" } = route.useSearch();
  const navigate = useNavigate();
  const datasets = useInfiniteQuery(datasetsQuery(search));
  const [isMaking, making] = useDisclosure(false);
  return (
    <PageFrame
      title="Datasets"
      actions={
        <Button leftSection={<Plus size={16} />} onClick={making.open}>
          New dataset
        </Button>
      }
    >
      <SearchField
        label="Search by title"
        words={search}
        onWords={(words) => void navigate({ to: "/datasets", search: wordsSearch(words), replace: true })}
      />
      <AskedPages query={datasets} empty={search === "" ? <NoDatasets /> : <NoneLikeThat />}>
        {(found) => <DatasetTable datasets={found} />}
      </AskedPages>
      {isMaking && <NewDatasetDialog onClose={making.close} />}
    </PageFrame>
  );
}

function NoDatasets() {
  return (
    <Empty icon={Database} title="No datasets yet">
      A dataset has rows: items of any folders that were linked to it, or all that lies in a folder of its own.
    </Empty>
  );
}

function NoneLikeThat() {
  return (
    <Empty icon={SearchX} title="No dataset has such a title">
      Look for a part of its title.
    </Empty>
  );
}

function DatasetTable({ datasets }: { datasets: Dataset[] }) {
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table highlightOnHover fz="sm" verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Title</Table.Th>
            <Table.Th>Rows</Table.Th>
            <Table.Th>Made</Table.Th>
            <Table.Th>Changed</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {datasets.map((dataset) => (
            <Table.Tr key={dataset.id}>
              <Table.Td>
                <Anchor component={Link} to={`/datasets/${dataset.id}`} size="sm">
                  {dataset.title}
                </Anchor>
              </Table.Td>
              <Table.Td>{dataset.folderId === null ? "linked items" : "a folder's items"}</Table.Td>
              <Table.Td>{moment(dataset.createdAt)}</Table.Td>
              <Table.Td>{moment(dataset.editedAt)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
