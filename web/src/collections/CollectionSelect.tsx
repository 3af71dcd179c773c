import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { collectionsQuery } from "./collections";

interface CollectionSelectProps {
  value: string | null;
  onChange: (collection: string | null) => void;
  isRequired?: boolean;
}

export function CollectionSelect({ value, onChange, isRequired = false }: CollectionSelectProps) {
  const collections = useQuery(collectionsQuery).data ?? [];
  return (
    <Select
      label="Collection"
      placeholder={isRequired ? "Choose one" : "Any or none"}
      searchable
      required={isRequired}
      clearable={!isRequired}
      nothingFoundMessage="No collection has such a name"
      data={collections.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
    />
  );
}
