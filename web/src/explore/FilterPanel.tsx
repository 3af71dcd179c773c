import { Accordion, Stack, Text, TextInput } from "@mantine/core";
import { Search } from "lucide-react";
import { useState } from "react";
import type { SearchableField } from "../api/names";
import { wordsOf } from "../api/problem";
import { CollectionSelect } from "../collections/CollectionSelect";
import { FolderSelect } from "../files/FolderSelect";
import { asking, type ExploreSearch, readExploreSearch } from "./exploreSearch";
import { useFacets } from "./facets";
import { FieldFilter } from "./FieldFilter";
import { nameOf, offered, openAtFirst } from "./fields";
import classes from "./FilterPanel.module.css";

/** So many fields are found at a glance. */
const AT_A_GLANCE = 16;

interface FilterPanelProps {
  fields: SearchableField[];
  search: ExploreSearch;
  onSearch: (search: ExploreSearch) => void;
}

/** Everything that can be asked for: where items are, and the values of their fields. Only fields that are open are counted. */
export function FilterPanel({ fields, search, onSearch }: FilterPanelProps) {
  const [text, setText] = useState("");
  const [open, setOpen] = useState(() => [...openAtFirst(fields), ...Object.keys(search.where ?? {})]);
  const all = offered(fields);
  const { counts, error } = useFacets(
    search,
    all.filter(({ name }) => open.includes(name)),
  );
  const wished = text.trim().toLowerCase();
  return (
    <Stack gap="md">
      <FolderSelect
        label="Folder and all below it"
        isRequired={false}
        value={search.folder ?? null}
        onChange={(folder) => onSearch(readExploreSearch({ ...search, folder: folder ?? undefined }))}
      />
      <CollectionSelect
        value={search.collection ?? null}
        onChange={(collection) => onSearch(readExploreSearch({ ...search, collection: collection ?? undefined }))}
      />
      {all.length > AT_A_GLANCE && (
        <TextInput
          size="xs"
          aria-label="Find a field"
          placeholder="Find a field"
          leftSection={<Search size={14} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      {error !== null && (
        <Text size="xs" c="dimmed">
          Nothing was counted: {wordsOf(error)}
        </Text>
      )}
      <Accordion multiple value={open} onChange={setOpen} classNames={classes} variant="default" order={2}>
        {all
          .filter(({ name }) => nameOf(name).toLowerCase().includes(wished))
          .map((field) => (
            <Accordion.Item key={field.name} value={field.name}>
              <Accordion.Control>
                <Text size="sm" fw={search.where?.[field.name] === undefined ? 500 : 700} truncate>
                  {nameOf(field.name)}
                </Text>
              </Accordion.Control>
              <Accordion.Panel>
                {open.includes(field.name) && (
                  <FieldFilter
                    field={field}
                    facet={counts.get(field.name)}
                    condition={search.where?.[field.name]}
                    onAsk={(condition) => onSearch(asking(search, field.name, condition))}
                  />
                )}
              </Accordion.Panel>
            </Accordion.Item>
          ))}
      </Accordion>
    </Stack>
  );
}
