import { Progress, Table } from "@mantine/core";
import type { SyncRun } from "../api/names";
import { count } from "../app/figures";
import { isUnderWay } from "./syncs";
import { percentOf } from "./syncWords";

/** What a sync does, from the coarse to the fine, and how much of it is decided. */
export function SyncLayers({ run }: { run: SyncRun }) {
  const layers = [
    ["Pages of the listing", run.pages],
    ["Upload jobs", run.uploadJobs],
    ["Objects", run.units],
  ] as const;
  return (
    <Table.ScrollContainer minWidth={480}>
      <Table fz="sm" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Layer</Table.Th>
            <Table.Th>Waiting</Table.Th>
            <Table.Th>Done</Table.Th>
            <Table.Th>Failed</Table.Th>
            <Table.Th>Cancelled</Table.Th>
            <Table.Th w="30%">Progress</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {layers.map(([name, layer]) => (
            <Table.Tr key={name}>
              <Table.Td>{name}</Table.Td>
              <Table.Td>{count(layer.pending)}</Table.Td>
              <Table.Td>{count(layer.done)}</Table.Td>
              <Table.Td>{count(layer.error)}</Table.Td>
              <Table.Td>{count(layer.cancelled)}</Table.Td>
              <Table.Td>
                <Progress
                  size="sm"
                  value={isUnderWay(run) ? percentOf(layer) : 100}
                  color={layer.error > 0 ? "red" : "harbour"}
                  aria-label={name}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
