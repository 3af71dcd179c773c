import { Group, SegmentedControl, Select, Text, TextInput, VisuallyHidden } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { LayoutGrid, List, Search } from "lucide-react";
import { useState } from "react";
import type { Folder } from "../api/names";
import { counted } from "../app/figures";
import { type FilesSearch, type FilesView, isOrder, ORDERS } from "./filesSearch";
import { isKind, KIND_NAMES, KINDS } from "./kinds";

const TYPING_PAUSE = 250;

function total(folder: Folder): number {
  return Object.values(folder.itemCounts ?? {}).reduce((sum, some) => sum + some, 0);
}

export function FilesToolbar({ folder, search }: { folder: Folder; search: FilesSearch }) {
  const navigate = useNavigate({ from: "/files/$folderId" });
  const [text, setText] = useState(search.search ?? "");

  function show(change: (now: FilesSearch) => FilesSearch) {
    void navigate({ search: change, replace: true });
  }

  const look = useDebouncedCallback((words: string) => {
    show(({ search: _, ...rest }) => (words === "" ? rest : { ...rest, search: words }));
  }, TYPING_PAUSE);

  return (
    <Group justify="space-between" gap="xs">
      <Group gap="xs">
        <TextInput
          w={240}
          size="xs"
          aria-label="Search in this folder"
          data-finds
          placeholder="Search in this folder"
          leftSection={<Search size={14} />}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            look(event.currentTarget.value.trim());
          }}
        />
        <Select
          w={150}
          size="xs"
          aria-label="Kind"
          placeholder="All kinds"
          clearable
          data={KIND_NAMES.map((kind) => ({ value: kind, label: KINDS[kind].label }))}
          value={search.kind ?? null}
          onChange={(kind) => show(({ kind: _, ...rest }) => (isKind(kind) ? { ...rest, kind } : rest))}
        />
        <Select
          w={150}
          size="xs"
          aria-label="Order"
          placeholder="Order of manifests"
          clearable
          data={Object.entries(ORDERS).map(([value, label]) => ({ value, label }))}
          value={search.sort ?? null}
          onChange={(sort) => show(({ sort: _, ...rest }) => (isOrder(sort) ? { ...rest, sort } : rest))}
        />
      </Group>
      <Group gap="sm">
        <Text size="sm" c="dimmed">
          {counted(total(folder), "item")}
        </Text>
        <SegmentedControl
          size="xs"
          aria-label="View"
          value={search.view ?? "list"}
          onChange={(view) =>
            show(({ view: _, ...rest }) => ((view as FilesView) === "grid" ? { ...rest, view: "grid" } : rest))
          }
          data={[
            { value: "list", label: <ViewLabel icon={<List size={15} />} name="List" /> },
            { value: "grid", label: <ViewLabel icon={<LayoutGrid size={15} />} name="Grid" /> },
          ]}
        />
      </Group>
    </Group>
  );
}

function ViewLabel({ icon, name }: { icon: React.ReactNode; name: string }) {
  return (
    <>
      <span style={{ display: "flex", paddingBlock: 3 }}>{icon}</span>
      <VisuallyHidden>{name}</VisuallyHidden>
    </>
  );
}
