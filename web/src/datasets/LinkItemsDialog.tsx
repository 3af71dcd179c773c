import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { resultsOf } from "../api/pages";
import { counted } from "../app/figures";
import { FormDialog } from "../app/FormDialog";
import { useChange } from "../app/useChange";
import { datasetsQuery, type Duplicates, linkItems } from "./datasets";
import { DuplicatesSelect } from "./DuplicatesSelect";

const TYPING_PAUSE = 200;

interface LinkItemsDialogProps {
  items: string[];
  onClose: () => void;
  onLinked: () => void;
}

/** Links items that are selected to a dataset. Those that mirror a folder take no others. */
export function LinkItemsDialog({ items, onClose, onLinked }: LinkItemsDialogProps) {
  const [dataset, setDataset] = useState<string | null>(null);
  const [duplicates, setDuplicates] = useState<Duplicates>("SKIP");
  const [text, setText] = useState("");
  const [search] = useDebouncedValue(text, TYPING_PAUSE);
  const datasets = useInfiniteQuery({ ...datasetsQuery(search), placeholderData: keepPreviousData });
  const linking = useChange(linkItems, ["datasets"], () => {
    notifications.show({ message: `${counted(items.length, "item")} linked.`, color: "green" });
    onLinked();
    onClose();
  });
  return (
    <FormDialog
      title={`Link ${counted(items.length, "item")} to a dataset`}
      verb="Link"
      error={linking.error}
      isPending={linking.isPending}
      isIncomplete={dataset === null}
      onSubmit={() => dataset !== null && linking.mutate({ dataset, items, duplicates })}
      onClose={onClose}
    >
      <Select
        label="Dataset"
        placeholder="Type a part of its title"
        required
        searchable
        nothingFoundMessage="No dataset that takes items has such a title"
        data={resultsOf(datasets.data)
          .filter(({ folderId }) => folderId === null)
          .map(({ id, title }) => ({ value: id, label: title }))}
        value={dataset}
        onChange={setDataset}
        onSearchChange={setText}
      />
      <DuplicatesSelect value={duplicates} onChange={setDuplicates} />
    </FormDialog>
  );
}
