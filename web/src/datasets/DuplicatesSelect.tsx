import { Select } from "@mantine/core";
import { DUPLICATES, type Duplicates } from "./datasets";

export function DuplicatesSelect({ value, onChange }: { value: Duplicates; onChange: (value: Duplicates) => void }) {
  return (
    <Select
      label="Items that the dataset has already"
      data={Object.entries(DUPLICATES).map(([name, label]) => ({ value: name, label }))}
      value={value}
      allowDeselect={false}
      onChange={(chosen) => onChange((chosen ?? "SKIP") as Duplicates)}
    />
  );
}
