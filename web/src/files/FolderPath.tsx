import { Anchor, Breadcrumbs } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { folderPathQuery } from "./folders";

/** The way from the top to a folder. The folder itself is among it where the page is not its own. */
export function FolderPath({ folder, isWhole = false }: { folder: string; isWhole?: boolean }) {
  const path = useQuery(folderPathQuery(folder)).data ?? [];
  return (
    <Breadcrumbs component="nav" aria-label="Folders" separatorMargin={6} fz="sm">
      <Anchor component={Link} to="/files" size="sm">
        Files
      </Anchor>
      {(isWhole ? path : path.slice(0, -1)).map((step) => (
        <Anchor key={step.id} component={Link} to={`/files/${step.id}`} size="sm">
          {step.name}
        </Anchor>
      ))}
    </Breadcrumbs>
  );
}
