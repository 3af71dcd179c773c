import { Box, SimpleGrid, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Folder as FolderIcon, FolderSync } from "lucide-react";
import type { Folder } from "../api/names";
import classes from "./FolderList.module.css";

export function FolderList({ folders }: { folders: Folder[] }) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: 3, xl: 4 }} spacing="xs">
      {folders.map((folder) => {
        const Icon = folder.sync === null ? FolderIcon : FolderSync;
        return (
          <Box key={folder.id} component={Link} to={`/files/${folder.id}`} className={classes["folder"]}>
            <Icon size={18} strokeWidth={1.75} aria-hidden />
            <Text size="sm" fw={500} truncate title={folder.name}>
              {folder.name}
            </Text>
          </Box>
        );
      })}
    </SimpleGrid>
  );
}
