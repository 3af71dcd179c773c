import { Group, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Search, SearchX } from "lucide-react";
import { useState } from "react";
import { resultsOf } from "../api/pages";
import { Asked } from "../app/Asked";
import { Empty } from "../app/Empty";
import { counted } from "../app/figures";
import { PageFrame } from "../app/PageFrame";
import { Trouble } from "../app/Trouble";
import { Waiting } from "../app/Waiting";
import { FolderSelect } from "../files/FolderSelect";
import { ItemGrid } from "../files/ItemGrid";
import type { TileItem } from "../files/ItemTile";
import type { Hit, MetadataFields } from "../api/names";
import { schemaQuery } from "../schema/schema";
import classes from "./ExplorePage.module.css";
import { type ExploreSearch, readExploreSearch, requestOf, withToggled } from "./exploreSearch";
import { FacetPanel } from "./FacetPanel";
import { hitsQuery } from "./hits";

const TYPING_PAUSE = 300;
const route = getRouteApi("/inside/explore");

/** Everything that is registered, found by words, folders and metadata. */
export function ExplorePage() {
  const schema = useQuery(schemaQuery);
  return (
    <PageFrame title="Explore">
      <Asked query={schema}>{({ fields }) => <Explorer fields={fields} />}</Asked>
    </PageFrame>
  );
}

function Explorer({ fields }: { fields: MetadataFields }) {
  const search = route.useSearch();
  const navigate = useNavigate({ from: "/explore" });
  const hits = useInfiniteQuery(hitsQuery(requestOf(search, fields)));
  const found = resultsOf(hits.data).map(tileOf);
  const first = hits.data?.pages[0];

  function show(change: (now: ExploreSearch) => ExploreSearch) {
    void navigate({ search: change, replace: true });
  }

  function more() {
    if (hits.hasNextPage && !hits.isFetchingNextPage) {
      void hits.fetchNextPage();
    }
  }

  return (
    <div className={classes["columns"]}>
      <Stack gap="md" component="aside" aria-label="Filters">
        <WordsField
          words={search.words ?? ""}
          onWords={(words) => show((now) => readExploreSearch({ ...now, words }))}
        />
        <FolderSelect
          label="Folder and all below it"
          isRequired={false}
          value={search.folder ?? null}
          onChange={(folder) => show((now) => readExploreSearch({ ...now, folder: folder ?? undefined }))}
        />
        <FacetPanel
          facets={first?.facets ?? []}
          search={search}
          onToggle={(field, value) => show((now) => withToggled(now, field, value))}
        />
      </Stack>
      <Stack gap="xs" mih={0} className={classes["hits"]}>
        {hits.isError && <Trouble error={hits.error} again={hits.refetch} />}
        {hits.isPending && <Waiting what="Searching" />}
        {first !== undefined && (
          <Group justify="space-between">
            <Text size="sm" c="dimmed" role="status">
              {counted(first.total, "item")}
            </Text>
          </Group>
        )}
        {first?.total === 0 && (
          <Empty icon={SearchX} title="Nothing is like that">
            Whole words are found, in titles and metadata. The index follows what is registered within seconds.
          </Empty>
        )}
        {found.length > 0 && <ItemGrid items={found} onEnd={more} />}
      </Stack>
    </div>
  );
}

function tileOf({ id, kind, title, objectUrl, media }: Hit): TileItem {
  return { id, kind, title, objectUrl, bytes: media?.bytes ?? null };
}

function WordsField({ words, onWords }: { words: string; onWords: (words: string) => void }) {
  const [text, setText] = useState(words);
  const look = useDebouncedCallback(onWords, TYPING_PAUSE);
  return (
    <TextInput
      label="Words"
      placeholder="In titles and metadata"
      leftSection={<Search size={15} />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        look(event.currentTarget.value.trim());
      }}
    />
  );
}
