import { Button, Group, Stack, Table } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Table2 } from "lucide-react";
import { useState } from "react";
import { answered, api } from "../api/client";
import type { MetadataFields, MetadataSchema } from "../api/names";
import { Empty } from "../app/Empty";
import { Trouble } from "../app/Trouble";
import { FieldRow } from "./FieldRow";
import { faultOf } from "./fieldTypes";
import { NewField } from "./NewField";
import { schemaQuery } from "./schema";

/** Nothing is sent before it is saved, and nothing is saved over what somebody else saved meanwhile. */
export function SchemaEditor({ schema, isReadOnly }: { schema: MetadataSchema; isReadOnly: boolean }) {
  const [fields, setFields] = useState<MetadataFields>(schema.fields);
  const queries = useQueryClient();
  const saving = useMutation({
    mutationFn: (body: MetadataFields) =>
      answered(api.POST("/api/v1/schema/versions", { params: { query: { basedOn: schema.version } }, body })),
    onSuccess: (saved) => queries.setQueryData(schemaQuery.queryKey, saved),
    meta: { isToldInPlace: true },
  });
  const fault = faultOf(fields);
  const isChanged = JSON.stringify(fields) !== JSON.stringify(schema.fields);

  function remove(key: string) {
    setFields(Object.fromEntries(Object.entries(fields).filter(([other]) => other !== key)));
  }

  return (
    <Stack>
      {saving.isError && <Trouble error={saving.error} />}
      {Object.keys(fields).length === 0 ? (
        <Empty icon={Table2} title="No keys are declared yet">
          Items may have any metadata; what is declared is typed, checked and indexed.
        </Empty>
      ) : (
        <Table.ScrollContainer minWidth={560}>
          <Table fz="sm" verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Key</Table.Th>
                <Table.Th w={190}>Type</Table.Th>
                <Table.Th>Of which</Table.Th>
                <Table.Td w={40} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {Object.entries(fields).map(([key, field]) => (
                <FieldRow
                  key={key}
                  name={key}
                  field={field}
                  isReadOnly={isReadOnly}
                  onChange={(changed) => setFields({ ...fields, [key]: changed })}
                  onRemove={() => remove(key)}
                />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {!isReadOnly && <NewField taken={fields} onAdd={(key, field) => setFields({ ...fields, [key]: field })} />}
      {isChanged && (
        <Group>
          <Button
            loading={saving.isPending}
            disabled={fault !== undefined}
            title={fault}
            onClick={() => saving.mutate(fields)}
          >
            Save schema
          </Button>
          <Button variant="default" onClick={() => setFields(schema.fields)}>
            Discard
          </Button>
        </Group>
      )}
    </Stack>
  );
}
