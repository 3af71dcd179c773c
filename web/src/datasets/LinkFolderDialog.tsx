import { Text } from "@mantine/core";
import { useState } from "react";
import type { Dataset } from "../api/names";
import { counted } from "../app/figures";
import { FormDialog } from "../app/FormDialog";
import { useChange } from "../app/useChange";
import { FolderSelect } from "../files/FolderSelect";
import { type Duplicates, linkFolder } from "./datasets";
import { DuplicatesSelect } from "./DuplicatesSelect";

/** Links all that lies directly in a folder. */
export function LinkFolderDialog({ dataset, onClose }: { dataset: Dataset; onClose: () => void }) {
  const [folder, setFolder] = useState<string | null>(null);
  const [duplicates, setDuplicates] = useState<Duplicates>("SKIP");
  const [linked, setLinked] = useState(0);
  const linking = useChange(
    (chosen: string) => linkFolder({ dataset: dataset.id, folder: chosen, duplicates }, setLinked),
    ["datasets", dataset.id],
    onClose,
  );
  return (
    <FormDialog
      title={`Link items to ${dataset.title}`}
      verb="Link"
      error={linking.error}
      isPending={linking.isPending}
      isIncomplete={folder === null}
      onSubmit={() => folder !== null && linking.mutate(folder)}
      onClose={onClose}
    >
      <FolderSelect label="All items directly in" value={folder} onChange={setFolder} />
      <DuplicatesSelect value={duplicates} onChange={setDuplicates} />
      {linking.isPending && (
        <Text size="sm" role="status">
          {counted(linked, "item")} linked so far.
        </Text>
      )}
    </FormDialog>
  );
}
