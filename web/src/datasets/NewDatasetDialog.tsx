import { Checkbox, Textarea, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { FormDialog } from "../app/FormDialog";
import { useChange } from "../app/useChange";
import { useFreshFolders } from "../files/folders";
import { createDataset } from "./datasets";

export function NewDatasetDialog({ onClose }: { onClose: () => void }) {
  const [title, setTitle] = useState("");
  const [description, setDescription] = useState("");
  const [mirrorsFolder, setMirrorsFolder] = useState(false);
  const navigate = useNavigate();
  const refresh = useFreshFolders();
  const creating = useChange(createDataset, ["datasets"], ({ id }) => {
    void refresh();
    void navigate({ to: "/datasets/$datasetId", params: { datasetId: id } });
  });
  return (
    <FormDialog
      title="New dataset"
      verb="Create"
      error={creating.error}
      isPending={creating.isPending}
      isIncomplete={title.trim() === ""}
      onSubmit={() => creating.mutate({ title: title.trim(), description: description.trim(), mirrorsFolder })}
      onClose={onClose}
    >
      <TextInput
        label="Title"
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        required
        data-autofocus
      />
      <Textarea
        label="Description"
        autosize
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      <Checkbox
        label="Mirror a folder"
        description="A folder of the same name is made. What lies in it is in the dataset, and nothing else."
        checked={mirrorsFolder}
        onChange={(event) => setMirrorsFolder(event.currentTarget.checked)}
      />
    </FormDialog>
  );
}
