import { Checkbox, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { FormDialog } from "../app/FormDialog";
import { type SyncDraft, SyncFields } from "../syncs/SyncFields";
import { useNewFolder } from "./folders";

const NO_SYNC: SyncDraft = { integrationId: null, url: "", daily: true, metadataSuffix: "" };

/** Makes a folder, which may follow what lies below a prefix of a storage. */
export function NewFolderDialog({ parent, onClose }: { parent: string | undefined; onClose: () => void }) {
  const [name, setName] = useState("");
  const [isSynced, setIsSynced] = useState(false);
  const [sync, setSync] = useState(NO_SYNC);
  const navigate = useNavigate();
  const creating = useNewFolder(parent);
  const { integrationId } = sync;
  const isIncomplete = name.trim() === "" || (isSynced && (integrationId === null || sync.url.trim() === ""));

  function create() {
    const wished =
      isSynced && integrationId !== null
        ? {
            integrationId,
            url: sync.url.trim(),
            daily: sync.daily,
            metadataSuffix: sync.metadataSuffix.trim() || null,
          }
        : null;
    creating.mutate(
      { name: name.trim(), sync: wished },
      {
        onSuccess: (folder) => {
          onClose();
          void navigate({ to: "/files/$folderId", params: { folderId: folder.id } });
        },
      },
    );
  }

  return (
    <FormDialog
      title="New folder"
      verb="Create"
      error={creating.error}
      isPending={creating.isPending}
      isIncomplete={isIncomplete}
      onSubmit={create}
      onClose={onClose}
    >
      <TextInput
        label="Name"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={300}
        required
        data-autofocus
      />
      <Checkbox
        label="Synced with a storage"
        description="The folder has what lies below a prefix there, and follows it when it is synced."
        checked={isSynced}
        onChange={(event) => setIsSynced(event.currentTarget.checked)}
      />
      {isSynced && <SyncFields sync={sync} onChange={setSync} />}
    </FormDialog>
  );
}
