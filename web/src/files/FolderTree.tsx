import { ActionIcon, Box, Group, Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ChevronDown, ChevronRight, FolderSync, Folder as FolderIcon } from "lucide-react";
import { useState } from "react";
import type { Folder } from "../api/names";
import { folderPathQuery, foldersQuery } from "./folders";
import classes from "./FolderTree.module.css";

/** All folders, opened as far as the one that is shown. */
export function FolderTree({ shown }: { shown: string | undefined }) {
  const path = useQuery({ ...folderPathQuery(shown ?? ""), enabled: shown !== undefined }).data ?? [];
  const open = new Set(path.slice(0, -1).map((folder) => folder.id));
  return (
    <nav aria-label="Folder tree" className={classes["tree"]}>
      <Level parent={undefined} shown={shown} open={open} depth={0} />
    </nav>
  );
}

interface LevelProps {
  parent: string | undefined;
  shown: string | undefined;
  open: Set<string>;
  depth: number;
}

function Level({ parent, shown, open, depth }: LevelProps) {
  const folders = useQuery(foldersQuery(parent));
  if (folders.data === undefined) {
    return folders.isError ? null : <Loader size="xs" m="xs" />;
  }
  return (
    <ul>
      {folders.data.map((folder) => (
        <Branch key={folder.id} folder={folder} shown={shown} open={open} depth={depth} />
      ))}
    </ul>
  );
}

function Branch({ folder, shown, open, depth }: Omit<LevelProps, "parent"> & { folder: Folder }) {
  const [choice, setChoice] = useState<boolean>();
  const isOpen = choice ?? open.has(folder.id);
  const Icon = folder.sync === null ? FolderIcon : FolderSync;
  return (
    <li>
      <Group gap={0} wrap="nowrap" className={classes["row"]} data-shown={folder.id === shown} pl={depth * 14}>
        <ActionIcon
          size={22}
          aria-label={`${isOpen ? "Close" : "Open"} ${folder.name}`}
          aria-expanded={isOpen}
          onClick={() => setChoice(!isOpen)}
        >
          {isOpen ? <ChevronDown size={14} /> : <ChevronRight size={14} />}
        </ActionIcon>
        <Box
          component={Link}
          to={`/files/${folder.id}`}
          className={classes["name"]}
          aria-current={folder.id === shown ? "page" : undefined}
        >
          <Icon size={15} strokeWidth={1.75} aria-hidden />
          <span className="truncate">{folder.name}</span>
        </Box>
      </Group>
      {isOpen && <Level parent={folder.id} shown={shown} open={open} depth={depth + 1} />}
    </li>
  );
}
