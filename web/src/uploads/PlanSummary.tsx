import { Alert, Box, ScrollArea, Stack, Table, Text } from "@mantine/core";
import type { PlanReport } from "../api/names";
import { count } from "../app/figures";
import { FigureLine } from "../app/FigureLine";

const SHOWN = 100;

/** What would come of a manifest, and its first problems. */
export function PlanSummary({ plan, ignoreErrors }: { plan: PlanReport; ignoreErrors: boolean }) {
  return (
    <Stack gap="xs" role="status" aria-label="Plan">
      <FigureLine
        figures={[
          ["Entries", plan.entries],
          ["New", plan.new],
          ["Known", plan.known],
          ["To look at", plan.toProbe],
          ["Duplicates", plan.duplicatesInManifest],
          ["Invalid", plan.invalid, "red"],
        ]}
      />
      {plan.invalid > 0 && !ignoreErrors && (
        <Alert color="red">With invalid entries nothing at all would be registered.</Alert>
      )}
      {plan.warnings.map((warning) => (
        <Alert key={warning.code} color="yellow">
          {warning.message} (line {warning.line}
          {warning.count > 1 ? `, ${count(warning.count)} times` : ""})
        </Alert>
      ))}
      {plan.problems.length > 0 && <Problems plan={plan} />}
    </Stack>
  );
}

function Problems({ plan }: { plan: PlanReport }) {
  return (
    <Box>
      <ScrollArea.Autosize
        mah={220}
        type="auto"
        viewportProps={{ tabIndex: 0, role: "region", "aria-label": "Problems" }}
      >
        <Table fz="sm" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={80}>Line</Table.Th>
              <Table.Th w={80}>Column</Table.Th>
              <Table.Th>Problem</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {plan.problems.slice(0, SHOWN).map((problem) => (
              <Table.Tr key={`${problem.line}:${problem.column}:${problem.pointer}:${problem.code}`}>
                <Table.Td>{problem.line}</Table.Td>
                <Table.Td>{problem.column}</Table.Td>
                <Table.Td>{problem.message}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
      {(plan.problems.length > SHOWN || plan.problemsTruncated) && (
        <Text size="xs" c="dimmed" mt={4}>
          The first {count(Math.min(SHOWN, plan.problems.length))} of {count(plan.invalid)}.
        </Text>
      )}
    </Box>
  );
}
