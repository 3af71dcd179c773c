import { Button, Menu } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { defaultStringifySearch, Link } from "@tanstack/react-router";
import { Bookmark, BookmarkPlus, Copy, Library, ListFilter } from "lucide-react";
import compact from "../app/compactButton.module.css";
import { CollectDialog } from "../collections/CollectDialog";
import { type ExploreSearch, filterOfSearch, requestOf } from "./exploreSearch";
import { ExportMenu } from "./ExportMenu";
import { partQuery } from "./hits";
import { NewPresetDialog } from "./NewPresetDialog";
import { PresetsDialog } from "./PresetsDialog";

interface ExploreActionsProps {
  search: ExploreSearch;
  onSearch: (search: ExploreSearch) => void;
}

/** What can be done with all that is found. */
export function ExploreActions({ search, onSearch }: ExploreActionsProps) {
  const [isKeeping, keeping] = useDisclosure(false);
  const [isChoosing, choosing] = useDisclosure(false);
  const [isCollecting, collecting] = useDisclosure(false);
  const request = requestOf(search);
  const filter = filterOfSearch(search);
  const total = useQuery(partQuery(request, 0)).data?.total ?? 0;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" title="Presets" classNames={compact} leftSection={<Bookmark size={16} />}>
            Presets
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<ListFilter size={16} />} onClick={choosing.open}>
            Use a preset
          </Menu.Item>
          <Menu.Item leftSection={<BookmarkPlus size={16} />} disabled={filter === undefined} onClick={keeping.open}>
            Save as preset
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button
        variant="default"
        title="Collect all"
        classNames={compact}
        leftSection={<Library size={16} />}
        disabled={total === 0}
        onClick={collecting.open}
      >
        Collect all
      </Button>
      <Button
        component={Link}
        to={`/compare${defaultStringifySearch({ of: search })}`}
        variant="default"
        title="Compare"
        classNames={compact}
        leftSection={<Copy size={16} />}
      >
        Compare
      </Button>
      <ExportMenu request={request} />
      {isChoosing && <PresetsDialog onClose={choosing.close} />}
      {isKeeping && filter !== undefined && (
        <NewPresetDialog
          filter={filter}
          onClose={keeping.close}
          onKept={(preset) => onSearch({ preset, ...(search.sort === undefined ? {} : { sort: search.sort }) })}
        />
      )}
      {isCollecting && <CollectDialog search={request} items={total} onClose={collecting.close} />}
    </>
  );
}
