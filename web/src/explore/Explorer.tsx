import { Button, Drawer, Group, ScrollArea, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useInfiniteQuery } from "@tanstack/react-query";
import { SearchX, SlidersHorizontal } from "lucide-react";
import { useMemo } from "react";
import type { Hit, SearchableField } from "../api/names";
import { resultsOf } from "../api/pages";
import { Empty } from "../app/Empty";
import { counted } from "../app/figures";
import { Trouble } from "../app/Trouble";
import { Waiting } from "../app/Waiting";
import { ItemGrid } from "../files/ItemGrid";
import type { TileItem } from "../files/ItemTile";
import { useSelection } from "../files/useSelection";
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
import { hitsQuery } from "./hits";
import { MapPanel } from "../map/MapPanel";
import { LookFor } from "./LookFor";
import { MapSwitch } from "./MapSwitch";
import { SelectionBar } from "./SelectionBar";
import { SortSelect } from "./SortSelect";

interface ExplorerProps {
  fields: SearchableField[];
  search: ExploreSearch;
  onSearch: (search: ExploreSearch) => void;
}

/** What can be asked for beside what is found. */
export function Explorer({ fields, search, onSearch }: ExplorerProps) {
  const [isAsking, asking] = useDisclosure(false);
  const panel = <FilterPanel key={fields.length} fields={fields} search={search} onSearch={onSearch} />;
  return (
    <div className={classes["columns"]}>
      <ScrollArea component="aside" aria-label="Filters" type="auto" visibleFrom="sm" offsetScrollbars="y">
        {panel}
      </ScrollArea>
      <Drawer opened={isAsking} onClose={asking.close} title="Filters" closeButtonProps={{ "aria-label": "Close" }}>
        {panel}
      </Drawer>
      <Stack gap="xs" mih={0} miw={0}>
        <Group gap="xs" justify="space-between">
          <LookFor search={search} onSearch={onSearch} />
          <Group gap="xs">
            <Button
              size="xs"
              variant="default"
              hiddenFrom="sm"
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
  const hits = useInfiniteQuery(hitsQuery(requestOf(search)));
  const found = useMemo(() => resultsOf(hits.data).map(tileOf), [hits.data]);
  const ids = useMemo(() => found.map(({ id }) => id), [found]);
  const { selected, isSelected, toggle, clear } = useSelection(ids);
  const total = hits.data?.pages[0]?.total;

  function more() {
    if (hits.hasNextPage && !hits.isFetchingNextPage) {
      void hits.fetchNextPage();
    }
  }

  return (
    <>
      {hits.isError && <Trouble error={hits.error} again={hits.refetch} />}
      {hits.isPending && <Waiting what="Searching" />}
      {selected.length > 0 ? (
        <SelectionBar selected={selected} fields={fields} search={search} onSearch={onSearch} onClear={clear} />
      ) : (
        total !== undefined && (
          <Text size="sm" c="dimmed" role="status">
            {counted(total, "item")}
          </Text>
        )
      )}
      {total === 0 && (
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
        {found.length > 0 && <ItemGrid items={found} onEnd={more} isSelected={isSelected} onToggle={toggle} />}
      </div>
    </>
  );
}

function tileOf({ id, kind, title, objectUrl, media, frame }: Hit): TileItem {
  return { id, kind, title, objectUrl, frame, bytes: media?.bytes ?? null };
}
