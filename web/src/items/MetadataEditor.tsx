import { ActionIcon, Autocomplete, Button, Group, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { useState } from "react";
import { answered, api } from "../api/client";
import type { Item } from "../api/names";
import { Trouble } from "../app/Trouble";
import { itemQuery } from "../files/items";
import { schemaQuery } from "../schema/schema";
import { firstValue } from "./metadata";
import { pastMetadataQuery } from "./pastMetadata";
import { MetadataValue } from "./MetadataValue";

type Metadata = Record<string, unknown>;

/** The customer's key-values of an item, by the types of the schema. Nothing is sent before it is saved. */
export function MetadataEditor({ item }: { item: Item }) {
  const [draft, setDraft] = useState<Metadata>(item.clientMetadata);
  const fields = useQuery(schemaQuery).data?.fields ?? {};
  const queries = useQueryClient();
  const saving = useMutation({
    mutationFn: (clientMetadata: Metadata) =>
      answered(
        api.PATCH("/api/v1/items/{id}", {
          params: { path: { id: item.id } },
          body: { clientMetadata: clientMetadata as Record<string, never> },
        }),
      ),
    onSuccess: (saved) => {
      queries.setQueryData(itemQuery(item.id).queryKey, saved);
      setDraft(saved.clientMetadata);
      return queries.invalidateQueries({ queryKey: pastMetadataQuery(item.id).queryKey });
    },
    meta: { isToldInPlace: true },
  });
  const isChanged = JSON.stringify(draft) !== JSON.stringify(item.clientMetadata);

  function remove(key: string) {
    setDraft(Object.fromEntries(Object.entries(draft).filter(([other]) => other !== key)));
  }

  return (
    <Stack gap="xs">
      <Title order={2}>Metadata</Title>
      {saving.isError && <Trouble error={saving.error} />}
      {Object.keys(draft).length === 0 && (
        <Text size="sm" c="dimmed">
          None yet.
        </Text>
      )}
      {Object.entries(draft).map(([key, value]) => (
        <Group key={key} gap={4} wrap="nowrap" align="flex-end">
          <div style={{ flex: 1, minWidth: 0 }}>
            <MetadataValue
              name={key}
              field={fields[key]}
              value={value}
              onChange={(changed) => setDraft({ ...draft, [key]: changed })}
            />
          </div>
          <ActionIcon mb={3} aria-label={`Remove ${key}`} onClick={() => remove(key)}>
            <X size={15} />
          </ActionIcon>
        </Group>
      ))}
      <NewKey
        known={Object.keys(fields).filter((key) => !Object.hasOwn(draft, key))}
        onAdd={(key) => setDraft({ ...draft, [key]: draft[key] ?? firstValue(fields[key]) })}
      />
      {isChanged && (
        <Group>
          <Button size="xs" loading={saving.isPending} onClick={() => saving.mutate(draft)}>
            Save
          </Button>
          <Button size="xs" variant="default" onClick={() => setDraft(item.clientMetadata)}>
            Discard
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function NewKey({ known, onAdd }: { known: string[]; onAdd: (key: string) => void }) {
  const [key, setKey] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (key.trim() !== "") {
          onAdd(key.trim());
          setKey("");
        }
      }}
    >
      <Group gap={4} wrap="nowrap">
        <Autocomplete
          flex={1}
          size="xs"
          aria-label="New key"
          placeholder="New key"
          data={known}
          value={key}
          onChange={setKey}
        />
        <ActionIcon type="submit" aria-label="Add key" disabled={key.trim() === ""}>
          <Plus size={16} />
        </ActionIcon>
      </Group>
    </form>
  );
}
