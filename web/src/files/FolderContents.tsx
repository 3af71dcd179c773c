import { Stack } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { FileUp, SearchX } from "lucide-react";
import { resultsOf } from "../api/pages";
import type { Folder } from "../api/names";
import { Empty } from "../app/Empty";
import { Trouble } from "../app/Trouble";
import { Waiting } from "../app/Waiting";
import { FilesToolbar } from "./FilesToolbar";
import { FolderList } from "./FolderList";
import { foldersQuery } from "./folders";
import { ItemGrid } from "./ItemGrid";
import { ItemTable } from "./ItemTable";
import { itemsQuery } from "./items";
import { SelectionBar } from "./SelectionBar";
import { useSelection } from "./useSelection";

const route = getRouteApi("/inside/files/$folderId");

/** What lies directly in a folder: folders first, then items. */
export function FolderContents({ folder }: { folder: Folder }) {
  const search = route.useSearch();
  const below = useQuery(foldersQuery(folder.id));
  const items = useInfiniteQuery(itemsQuery(folder.id, search));
  const found = resultsOf(items.data);
  const isNarrowed = search.search !== undefined || search.kind !== undefined;
  const folders = isNarrowed ? [] : (below.data ?? []);

  const { selected, isSelected, toggle, clear } = useSelection(found.map((item) => item.id));

  function more() {
    if (items.hasNextPage && !items.isFetchingNextPage) {
      void items.fetchNextPage();
    }
  }

  return (
    <Stack gap="sm" flex={1} mih={0}>
      <FilesToolbar folder={folder} search={search} />
      {selected.length > 0 && <SelectionBar folder={folder.id} selected={selected} onClear={clear} />}
      {folders.length > 0 && <FolderList folders={folders} />}
      {items.isError && <Trouble error={items.error} again={items.refetch} />}
      {items.isPending && <Waiting />}
      {items.isSuccess && found.length === 0 && folders.length === 0 && (
        <Nothing isNarrowed={isNarrowed} folder={folder} />
      )}
      {found.length > 0 &&
        (search.view === "grid" ? (
          <ItemGrid items={found} onEnd={more} />
        ) : (
          <ItemTable
            items={found}
            onEnd={more}
            isSelected={isSelected}
            onToggle={folder.role === "admin" ? toggle : undefined}
          />
        ))}
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
