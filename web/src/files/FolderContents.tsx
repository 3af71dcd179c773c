import { Stack } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { FileUp, SearchX } from "lucide-react";
import { useCallback, useMemo } from "react";
import { resultsOf } from "../api/pages";
import type { Folder } from "../api/names";
import { Empty } from "../app/Empty";
import { Trouble } from "../app/Trouble";
import { Waiting } from "../app/Waiting";
import { listOf } from "../list/itemList";
import { useSelection } from "../list/useSelection";
import { FilesToolbar } from "./FilesToolbar";
import { FolderList } from "./FolderList";
import { foldersQuery } from "./folders";
import { ItemGrid } from "./ItemGrid";
import { ItemTable } from "./ItemTable";
import { itemsQuery } from "./items";
import { SelectionBar } from "./SelectionBar";

/** The next page is asked for so many items before the end of what is there comes near. */
const AHEAD = 100;

const route = getRouteApi("/inside/files/$folderId");

/** What lies directly in a folder: folders first, then items. */
export function FolderContents({ folder }: { folder: Folder }) {
  const search = route.useSearch();
  const below = useQuery(foldersQuery(folder.id));
  const items = useInfiniteQuery(itemsQuery(folder.id, search));
  const list = useMemo(() => listOf(resultsOf(items.data)), [items.data]);
  const isNarrowed = search.search !== undefined || search.kind !== undefined;
  const folders = isNarrowed ? [] : (below.data ?? []);

  const selection = useSelection(list, JSON.stringify(search));
  const { selected, clear } = selection;

  const { fetchNextPage, hasNextPage, isFetchingNextPage } = items;
  const look = useCallback(
    ({ to }: { to: number }) => {
      if (hasNextPage && !isFetchingNextPage && to >= list.count - AHEAD) {
        void fetchNextPage();
      }
    },
    [fetchNextPage, hasNextPage, isFetchingNextPage, list],
  );

  const View = search.view === "grid" ? ItemGrid : ItemTable;
  return (
    <Stack gap="sm" flex={1} mih={0}>
      <FilesToolbar folder={folder} search={search} />
      {selected.length > 0 && <SelectionBar folder={folder.id} selected={selected} onClear={clear} />}
      {folders.length > 0 && <FolderList folders={folders} />}
      {items.isError && <Trouble error={items.error} again={items.refetch} />}
      {items.isPending && <Waiting />}
      {items.isSuccess && list.count === 0 && folders.length === 0 && (
        <Nothing isNarrowed={isNarrowed} folder={folder} />
      )}
      {list.count > 0 && (
        <View items={list} onView={look} selection={folder.role === "admin" ? selection : undefined} />
      )}
    </Stack>
  );
}

function Nothing({ isNarrowed, folder }: { isNarrowed: boolean; folder: Folder }) {
  if (isNarrowed) {
    return (
      <Empty icon={SearchX} title="Nothing here is like that">
        Look for less, or for another kind of file. Folders below this one are not searched.
      </Empty>
    );
  }
  return folder.sync === null ? (
    <Empty icon={FileUp} title="This folder is empty">
      <b>Upload files</b> registers what lies in your cloud storage. Nothing is copied from there.
    </Empty>
  ) : (
    <Empty icon={FileUp} title="Nothing was synced yet">
      This folder follows <span className="mono">{folder.sync.url}</span>.
    </Empty>
  );
}
