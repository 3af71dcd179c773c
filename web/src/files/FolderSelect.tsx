import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api/client";
import { listed } from "../api/pages";

const TYPING_PAUSE = 200;
const MOST = 50;

function foundFoldersQuery(search: string) {
  return queryOptions({
    queryKey: ["folders", "found", search],
    queryFn: async () =>
      (await listed(api.GET("/api/v1/folders", { params: { query: { search, limit: MOST } } }))).results,
    placeholderData: keepPreviousData,
  });
}

interface FolderSelectProps {
  value: string | null;
  onChange: (folder: string | null) => void;
  label?: string;
  isRequired?: boolean;
}

/** One of all folders, found by a part of its name. */
export function FolderSelect({ value, onChange, label = "Folder", isRequired = true }: FolderSelectProps) {
  const [text, setText] = useState("");
  const [search] = useDebouncedValue(text, TYPING_PAUSE);
  const folders = useQuery(foundFoldersQuery(search.split(" / ").at(-1) ?? "")).data ?? [];
  return (
    <Select
      label={label}
      placeholder="Type a part of its name"
      searchable
      required={isRequired}
      clearable={!isRequired}
      nothingFoundMessage="No folder has such a name"
      data={folders.map((folder) => ({ value: folder.id, label: folder.path.join(" / ") }))}
      value={value}
      onChange={onChange}
      onSearchChange={setText}
    />
  );
}
