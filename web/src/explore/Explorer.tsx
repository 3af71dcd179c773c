import { Button, Drawer, Group, ScrollArea, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { SearchX, SlidersHorizontal } from "lucide-react";
import type { SearchableField } from "../api/names";
import compact from "../app/compactButton.module.css";
import { Empty } from "../app/Empty";
import { counted } from "../app/figures";
import { Trouble } from "../app/Trouble";
import { Waiting } from "../app/Waiting";
import { ItemGrid } from "../files/ItemGrid";
import type { TileItem } from "../files/ItemTile";
import { listOf } from "../list/itemList";
import { useSelection } from "../list/useSelection";
import { ConditionPills } from "./ConditionPills";
import classes from "./Explorer.module.css";
import {
  type ExploreSearch,
  filterOfSearch,
  readExploreSearch,
  requestOf,
  withArea,
  withoutArea,
} from "./exploreSearch";
import { FilterPanel } from "./FilterPanel";
import { MapPanel } from "../map/MapPanel";
import { LookFor } from "./LookFor";
import { MapSwitch } from "./MapSwitch";
import { SelectionBar } from "./SelectionBar";
import { SortSelect } from "./SortSelect";
import { useHits } from "./useHits";

interface ExplorerProps {
  fields: SearchableField[];
  search: ExploreSearch;
  onSearch: (search: ExploreSearch) => void;
}

const NOTHING = listOf<TileItem>([]);

/** What can be asked for beside what is found. */
export function Explorer({ fields, search, onSearch }: ExplorerProps) {
  const [isAsking, asking] = useDisclosure(false);
  const panel = <FilterPanel key={fields.length} fields={fields} search={search} onSearch={onSearch} />;
  return (
    <div className={classes["columns"]}>
      <ScrollArea component="aside" aria-label="Filters" type="auto" visibleFrom="md" offsetScrollbars="y">
        {panel}
      </ScrollArea>
      <Drawer opened={isAsking} onClose={asking.close} title="Filters" closeButtonProps={{ "aria-label": "Close" }}>
        {panel}
      </Drawer>
      <Stack gap="xs" mih={0} miw={0}>
        <Group gap="xs" justify="space-between">
          <LookFor search={search} onSearch={onSearch} />
          <Group gap="xs" wrap="nowrap">
            <Button
              size="xs"
              variant="default"
              title="Filters"
              classNames={compact}
              hiddenFrom="md"
              leftSection={<SlidersHorizontal size={14} />}
              onClick={asking.open}
            >
              Filters
            </Button>
            <MapSwitch fields={fields} search={search} onSearch={onSearch} />
            <SortSelect
              fields={fields}
              sort={search.sort}
              onSort={(sort) => onSearch(readExploreSearch({ ...search, sort }))}
            />
          </Group>
        </Group>
        <ConditionPills search={search} onSearch={onSearch} />
        <Found fields={fields} search={search} onSearch={onSearch} />
      </Stack>
    </div>
  );
}

function Found({ fields, search, onSearch }: ExplorerProps) {
  const hits = useHits(requestOf(search));
  const list = hits.list ?? NOTHING;
  const selection = useSelection(list, hits.what);
  const { selected, clear } = selection;

  return (
    <>
      {hits.error !== null && <Trouble error={hits.error} again={hits.again} />}
      {hits.list === undefined && hits.error === null && <Waiting what="Searching" />}
      {selected.length > 0 ? (
        <SelectionBar selected={selected} fields={fields} search={search} onSearch={onSearch} onClear={clear} />
      ) : (
        hits.list !== undefined && (
          <Text size="sm" c="dimmed" role="status">
            {counted(list.count, "item")}
          </Text>
        )
      )}
      {hits.list?.count === 0 && (
        <Empty icon={SearchX} title="Nothing is like that">
          Whole words are found, in titles and metadata. The index follows what is registered within seconds.
        </Empty>
      )}
      <div className={classes["found"]} data-with-map={search.map !== undefined}>
        {search.map !== undefined && (
          <MapPanel
            key={search.map.field}
            field={search.map.field}
            filter={filterOfSearch(withoutArea(search))}
            area={search.map.area}
            selected={selected}
            onArea={(area) => onSearch(withArea(search, area))}
          />
        )}
        {list.count > 0 && <ItemGrid key={hits.what} items={list} onView={hits.onView} selection={selection} />}
      </div>
    </>
  );
}
