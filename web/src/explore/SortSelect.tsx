import { ActionIcon, Group, Select, Tooltip } from "@mantine/core";
import { ArrowDownNarrowWide, ArrowUpNarrowWide } from "lucide-react";
import type { SearchableField } from "../api/names";
import { nameOf, offered } from "./fields";

interface SortSelectProps {
  fields: SearchableField[];
  /** A field, with a minus before it for the greatest first. */
  sort: string | undefined;
  onSort: (sort: string | undefined) => void;
}

export function SortSelect({ fields, sort, onSort }: SortSelectProps) {
  const isDescending = sort?.startsWith("-") ?? false;
  const field = isDescending ? sort?.slice(1) : sort;
  const turn = isDescending ? "Least first" : "Greatest first";
  return (
    <Group gap={4} wrap="nowrap">
      <Select
        size="xs"
        w={170}
        aria-label="Order"
        placeholder="Best or newest first"
        clearable
        searchable
        nothingFoundMessage="Nothing is sorted by that"
        data={offered(fields)
          .filter(({ sortable }) => sortable)
          .map(({ name }) => ({ value: name, label: nameOf(name) }))}
        value={field ?? null}
        onChange={(chosen) => onSort(chosen ?? undefined)}
      />
      <Tooltip label={turn}>
        <ActionIcon
          aria-label={turn}
          disabled={field === undefined}
          onClick={() => onSort(isDescending ? field : `-${field}`)}
        >
          {isDescending ? <ArrowUpNarrowWide size={16} /> : <ArrowDownNarrowWide size={16} />}
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
