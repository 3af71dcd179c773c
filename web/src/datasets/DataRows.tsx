import { Anchor, Button, Checkbox, Group, Table, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Database, Unlink } from "lucide-react";
import { useMemo } from "react";
import { resultsOf } from "../api/pages";
import type { DataRow, Dataset } from "../api/names";
import { AskedPages } from "../app/AskedPages";
import { ConfirmDialog } from "../app/ConfirmDialog";
import { Empty } from "../app/Empty";
import { counted, moment, size } from "../app/figures";
import { useChange } from "../app/useChange";
import { KINDS } from "../files/kinds";
import { listOf } from "../list/itemList";
import { type Selection, useSelection } from "../list/useSelection";
import { removeRows, rowsQuery } from "./datasets";

/** What is in a dataset, a row to the item. */
export function DataRows({ dataset, mayChange }: { dataset: Dataset; mayChange: boolean }) {
  const rows = useInfiniteQuery(rowsQuery(dataset.id));
  const list = useMemo(() => listOf(resultsOf(rows.data)), [rows.data]);
  const selection = useSelection(list, dataset.id);
  return (
    <>
      {selection.selected.length > 0 && (
        <SelectedRows dataset={dataset} selected={selection.selected} onClear={selection.clear} />
      )}
      <AskedPages query={rows} empty={<NoRows dataset={dataset} />}>
        {(found) => <RowTable rows={found} selection={mayChange ? selection : undefined} />}
      </AskedPages>
    </>
  );
}

function NoRows({ dataset }: { dataset: Dataset }) {
  return (
    <Empty icon={Database} title="This dataset is empty">
      <b>Upload files</b> registers what lies in your cloud storage, directly into the dataset.
      {dataset.folderId === null &&
        " Items that are there already can be linked to it, here or where files are selected."}
    </Empty>
  );
}

function SelectedRows({ dataset, selected, onClear }: { dataset: Dataset; selected: string[]; onClear: () => void }) {
  const [isRemoving, removing] = useDisclosure(false);
  const leaving = useChange(removeRows, ["datasets", dataset.id], () => {
    onClear();
    removing.close();
  });
  return (
    <Group gap="xs" role="region" aria-label="Selection">
      <Text size="sm" fw={500}>
        {counted(selected.length, "row")} selected
      </Text>
      <Button size="compact-sm" variant="default" leftSection={<Unlink size={14} />} onClick={removing.open}>
        Take out
      </Button>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={onClear}>
        Clear
      </Button>
      {isRemoving && (
        <ConfirmDialog
          title={`Take ${counted(selected.length, "row")} out of ${dataset.title}?`}
          verb="Take out"
          error={leaving.error}
          isPending={leaving.isPending}
          onConfirm={() => leaving.mutate({ dataset: dataset.id, rows: selected })}
          onClose={removing.close}
        >
          {dataset.folderId === null
            ? "The items stay in their folders."
            : "The dataset mirrors a folder: its items are deleted. What lies in your cloud storage stays as it is."}
        </ConfirmDialog>
      )}
    </Group>
  );
}

interface RowTableProps {
  rows: DataRow[];
  /** Undefined for those who may not change the dataset. */
  selection: Selection | undefined;
}

function RowTable({ rows, selection }: RowTableProps) {
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table highlightOnHover fz="sm" verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            {selection !== undefined && (
              <Table.Th w={36}>
                <span className="visually-hidden">Selected</span>
              </Table.Th>
            )}
            <Table.Th>Title</Table.Th>
            <Table.Th>Kind</Table.Th>
            <Table.Th>Size</Table.Th>
            <Table.Th>In the dataset since</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ id, item, createdAt }, place) => (
            <Table.Tr key={id}>
              {selection !== undefined && (
                <Table.Td>
                  <Checkbox
                    size="xs"
                    aria-label={`Select ${item.title}`}
                    checked={selection.isSelected(id)}
                    onChange={(event) => selection.toggle(place, (event.nativeEvent as MouseEvent).shiftKey)}
                  />
                </Table.Td>
              )}
              <Table.Td style={{ overflowWrap: "anywhere" }}>
                <Anchor component={Link} to={`/items/${item.id}`} size="sm">
                  {item.title}
                </Anchor>
              </Table.Td>
              <Table.Td>{KINDS[item.kind].label}</Table.Td>
              <Table.Td>{item.bytes === null ? "" : size(item.bytes)}</Table.Td>
              <Table.Td>{moment(createdAt)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
