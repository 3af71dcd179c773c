import { Checkbox, TextInput } from "@mantine/core";
import { useCallback } from "react";
import { IntegrationSelect } from "../integrations/IntegrationSelect";

/** What is filled in about the storage that a folder is to follow. */
export interface SyncDraft {
  integrationId: string | null;
  url: string;
  daily: boolean;
  metadataSuffix: string;
}

interface SyncFieldsProps {
  sync: SyncDraft;
  onChange: (change: (before: SyncDraft) => SyncDraft) => void;
}

export function SyncFields({ sync, onChange }: SyncFieldsProps) {
  const choose = useCallback(
    (integrationId: string | null) => onChange((before) => ({ ...before, integrationId })),
    [onChange],
  );
  return (
    <>
      <IntegrationSelect value={sync.integrationId} onChange={choose} />
      <TextInput
        label="Prefix"
        description="Everything below it is followed. It cannot be changed afterwards."
        placeholder="s3://bucket/drives/"
        value={sync.url}
        onChange={(event) => {
          const url = event.currentTarget.value;
          onChange((before) => ({ ...before, url }));
        }}
        required
      />
      <TextInput
        label="Endings of metadata files"
        description="Objects whose keys end like this hold the metadata of others. None when left empty."
        placeholder=".metadata.json"
        value={sync.metadataSuffix}
        onChange={(event) => {
          const metadataSuffix = event.currentTarget.value;
          onChange((before) => ({ ...before, metadataSuffix }));
        }}
      />
      <Checkbox
        label="Sync every day"
        checked={sync.daily}
        onChange={(event) => {
          const daily = event.currentTarget.checked;
          onChange((before) => ({ ...before, daily }));
        }}
      />
    </>
  );
}
