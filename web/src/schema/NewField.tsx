import { Button, Group, Select, TextInput } from "@mantine/core";
import { Plus } from "lucide-react";
import { type SyntheticEvent, useState } from "react";
import type { MetadataFields } from "../api/names";
import { FIELD_TYPES, type FieldType, fieldOf, type MetadataField } from "./fieldTypes";

interface NewFieldProps {
  taken: MetadataFields;
  onAdd: (key: string, field: MetadataField) => void;
}

export function NewField({ taken, onAdd }: NewFieldProps) {
  const [key, setKey] = useState("");
  const [type, setType] = useState<FieldType>("varchar");
  const wished = key.trim();
  const isTaken = Object.hasOwn(taken, wished);

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (wished !== "" && !isTaken) {
      onAdd(wished, fieldOf(type));
      setKey("");
    }
  }

  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="flex-start">
        <TextInput
          size="xs"
          w={240}
          aria-label="New key"
          placeholder="New key"
          value={key}
          error={isTaken ? "This key is there already" : undefined}
          onChange={(event) => setKey(event.currentTarget.value)}
        />
        <Select
          size="xs"
          w={190}
          aria-label="Type of the new key"
          data={Object.entries(FIELD_TYPES).map(([value, label]) => ({ value, label }))}
          value={type}
          allowDeselect={false}
          onChange={(chosen) => setType((chosen ?? "varchar") as FieldType)}
        />
        <Button
          size="xs"
          type="submit"
          variant="default"
          leftSection={<Plus size={14} />}
          disabled={wished === "" || isTaken}
        >
          Add key
        </Button>
      </Group>
    </form>
  );
}
