import { Button, Checkbox, Group, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { FileJson, X } from "lucide-react";
import { useState } from "react";
import type { UploadJob } from "../api/names";
import { FileDrop } from "../app/FileDrop";
import { size } from "../app/figures";
import { Trouble } from "../app/Trouble";
import { IntegrationSelect } from "../integrations/IntegrationSelect";
import { plan, register, type UploadOrder } from "./jobs";
import { MANIFEST_ENDINGS, formOf } from "./manifestFile";
import { PlanSummary } from "./PlanSummary";

type Wishes = Pick<UploadOrder, "ignoreErrors" | "skipDuplicateUrls" | "upsertMetadata">;

interface CloudImportProps {
  folder: string | null;
  dataset: string | undefined;
  onStarted: (job: UploadJob) => void;
}

/** Registers what a manifest names: choose, look at the plan, start. */
export function CloudImport({ folder, dataset, onStarted }: CloudImportProps) {
  const [integration, setIntegration] = useState<string | null>(null);
  const [manifest, setManifest] = useState<File>();
  const [wishes, setWishes] = useState<Wishes>({ ignoreErrors: true, skipDuplicateUrls: true, upsertMetadata: false });
  const queries = useQueryClient();
  const planning = useMutation({ mutationFn: plan, meta: { isToldInPlace: true } });
  const starting = useMutation({
    mutationFn: register,
    onSuccess: (job) => {
      onStarted(job);
      return queries.invalidateQueries({ queryKey: ["jobs"] });
    },
    meta: { isToldInPlace: true },
  });

  const order =
    folder !== null && integration !== null && manifest !== undefined
      ? { folder, integration, manifest, ...(dataset === undefined ? {} : { dataset }), ...wishes }
      : undefined;

  function changed() {
    planning.reset();
    starting.reset();
  }

  return (
    <Stack gap="md">
      <IntegrationSelect
        value={integration}
        onChange={(id) => {
          setIntegration(id);
          changed();
        }}
      />
      {manifest === undefined ? (
        <FileDrop
          label="Drop a JSON or CSV manifest here"
          hint="It names the objects in your storage. NDJSON, gzip and zstd are fine too."
          accept={MANIFEST_ENDINGS.join(",")}
          onFiles={([file]) => {
            setManifest(file);
            changed();
          }}
        />
      ) : (
        <Group justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap" miw={0}>
            <FileJson size={18} aria-hidden />
            <Text size="sm" fw={500} truncate>
              {manifest.name}
            </Text>
            <Text size="sm" c="dimmed">
              {size(manifest.size)}
            </Text>
          </Group>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<X size={14} />}
            onClick={() => {
              setManifest(undefined);
              changed();
            }}
          >
            Another file
          </Button>
        </Group>
      )}
      {manifest !== undefined && formOf(manifest.name) === undefined && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          The name does not tell what it is; it is read as JSON.
        </Text>
      )}
      <WishBoxes
        wishes={wishes}
        onChange={(wished) => {
          setWishes(wished);
          changed();
        }}
      />
      {planning.isError && <Trouble error={planning.error} />}
      {starting.isError && <Trouble error={starting.error} />}
      {planning.data !== undefined && planning.variables.folder === folder && (
        <PlanSummary plan={planning.data} ignoreErrors={wishes.ignoreErrors} />
      )}
      <Group justify="flex-end">
        <Button
          variant="default"
          disabled={order === undefined}
          loading={planning.isPending}
          onClick={() => order && planning.mutate(order)}
        >
          Show the plan
        </Button>
        <Button
          disabled={order === undefined}
          loading={starting.isPending}
          onClick={() => order && starting.mutate(order)}
        >
          Import
        </Button>
      </Group>
    </Stack>
  );
}

function WishBoxes({ wishes, onChange }: { wishes: Wishes; onChange: (wishes: Wishes) => void }) {
  return (
    <Stack gap="xs">
      <Checkbox
        label="Ignore individual file errors"
        description="Sound files are registered whatever happens to others. Otherwise all are, or none."
        checked={wishes.ignoreErrors}
        onChange={(event) => onChange({ ...wishes, ignoreErrors: event.currentTarget.checked })}
      />
      <Checkbox
        label="Skip what is registered already"
        description="Unless the manifest itself says skip_duplicate_urls."
        checked={wishes.skipDuplicateUrls}
        onChange={(event) => onChange({ ...wishes, skipDuplicateUrls: event.currentTarget.checked })}
      />
      <Checkbox
        label="Replace the metadata of what is registered already"
        description="Unless the manifest itself says upsert_metadata."
        checked={wishes.upsertMetadata}
        onChange={(event) => onChange({ ...wishes, upsertMetadata: event.currentTarget.checked })}
      />
    </Stack>
  );
}
