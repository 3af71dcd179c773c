import { ActionIcon, NumberInput, Select, Table, TagsInput, Text } from "@mantine/core";
import { Trash2 } from "lucide-react";
import { FIELD_TYPES, type FieldType, fieldOf, type MetadataField, typeOf } from "./fieldTypes";

const MOST_DIMENSIONS = 4096;
const MOST_VALUES = 256;

interface FieldRowProps {
  name: string;
  field: MetadataField;
  isReadOnly: boolean;
  onChange: (field: MetadataField) => void;
  onRemove: () => void;
}

/** One key and its type. The server says which types may become which others. */
export function FieldRow({ name, field, isReadOnly, onChange, onRemove }: FieldRowProps) {
  const type = typeOf(field);
  return (
    <Table.Tr>
      <Table.Td className="mono">{name}</Table.Td>
      <Table.Td>
        {type === undefined ? (
          <Text size="sm" c="dimmed">
            {field.ty === "tombstone" ? "Deleted" : field.ty}
          </Text>
        ) : (
          <Select
            size="xs"
            aria-label={`Type of ${name}`}
            data={Object.entries(FIELD_TYPES).map(([value, label]) => ({ value, label }))}
            value={type}
            allowDeselect={false}
            disabled={isReadOnly}
            onChange={(chosen) => chosen !== null && onChange(fieldOf(chosen as FieldType))}
          />
        )}
      </Table.Td>
      <Table.Td>
        {type === "enum" && (
          <TagsInput
            size="xs"
            aria-label={`Values of ${name}`}
            placeholder="A text, then Enter"
            maxTags={MOST_VALUES}
            value={field.values ?? []}
            disabled={isReadOnly}
            onChange={(values) => onChange({ ...field, values })}
          />
        )}
        {type === "embedding" && (
          <NumberInput
            size="xs"
            aria-label={`Dimensions of ${name}`}
            suffix=" dimensions"
            min={1}
            max={MOST_DIMENSIONS}
            allowDecimal={false}
            value={field.size ?? 1}
            disabled={isReadOnly}
            onChange={(size) => typeof size === "number" && onChange({ ...field, size })}
          />
        )}
      </Table.Td>
      <Table.Td>
        {!isReadOnly && field.ty !== "tombstone" && (
          <ActionIcon aria-label={`Remove ${name}`} onClick={onRemove}>
            <Trash2 size={15} />
          </ActionIcon>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
