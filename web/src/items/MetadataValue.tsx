import { JsonInput, NumberInput, Select, Switch, Textarea } from "@mantine/core";
import { useState } from "react";
import type { MetadataField } from "../schema/fieldTypes";
import { editorOf } from "./metadata";

interface MetadataValueProps {
  name: string;
  field: MetadataField | undefined;
  value: unknown;
  onChange: (value: unknown) => void;
}

export function MetadataValue({ name, field, value, onChange }: MetadataValueProps) {
  const editor = editorOf(field, value);
  switch (editor.kind) {
    case "boolean":
      return (
        <Switch
          py={6}
          label={name}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case "number":
      return (
        <NumberInput
          size="xs"
          label={name}
          value={value as number}
          onChange={(changed) => typeof changed === "number" && onChange(changed)}
        />
      );
    case "choice":
      return (
        <Select
          size="xs"
          label={name}
          searchable
          data={withPresent(editor.values, value as string)}
          value={value as string}
          allowDeselect={false}
          onChange={onChange}
        />
      );
    case "text":
      return (
        <Textarea
          size="xs"
          label={name}
          autosize
          maxRows={8}
          value={value as string}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case "json":
      return <JsonValue name={name} value={value} onChange={onChange} />;
  }
}

/** A value that the schema does not list any more stays to be seen. */
function withPresent(values: string[], present: string): string[] {
  return values.includes(present) ? values : [present, ...values];
}

/** Whatever is no JSON while it is typed is not handed on. */
function JsonValue({ name, value, onChange }: Omit<MetadataValueProps, "field">) {
  const [text, setText] = useState(JSON.stringify(value, null, 1));
  return (
    <JsonInput
      size="xs"
      label={name}
      autosize
      maxRows={10}
      validationError="This is not JSON"
      value={text}
      onChange={(changed) => {
        setText(changed);
        try {
          onChange(JSON.parse(changed));
        } catch {
          // not finished yet; the field says so
        }
      }}
    />
  );
}
