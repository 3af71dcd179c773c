import { Button, Menu } from "@mantine/core";
import { Map as MapIcon } from "lucide-react";
import type { SearchableField } from "../api/names";
import compact from "../app/compactButton.module.css";
import type { ExploreSearch } from "./exploreSearch";
import { nameOf } from "./fields";

interface MapSwitchProps {
  fields: SearchableField[];
  search: ExploreSearch;
  onSearch: (search: ExploreSearch) => void;
}

/** Shows the map of an embedding beside what is found, or hides it. Nothing where there are no embeddings. */
export function MapSwitch({ fields, search, onSearch }: MapSwitchProps) {
  const embeddings = fields.filter(({ type, name }) => type === "embedding" && name.startsWith("metadata."));
  const { map, ...withoutMap } = search;
  if (map !== undefined) {
    return (
      <Button
        size="xs"
        title="Map"
        classNames={compact}
        leftSection={<MapIcon size={14} />}
        aria-pressed
        onClick={() => onSearch(withoutMap)}
      >
        Map
      </Button>
    );
  }
  return embeddings.length === 0 ? null : (
    <Menu>
      <Menu.Target>
        <Button
          size="xs"
          title="Map"
          classNames={compact}
          variant="default"
          leftSection={<MapIcon size={14} />}
          aria-pressed={false}
        >
          Map
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {embeddings.map(({ name }) => (
          <Menu.Item key={name} onClick={() => onSearch({ ...search, map: { field: name } })}>
            {nameOf(name)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
