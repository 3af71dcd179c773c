import { Alert, Button, Group, Paper, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useEffect } from "react";
import type { Folder, SyncRun } from "../api/names";
import { moment } from "../app/figures";
import { FigureLine } from "../app/FigureLine";
import { Trouble } from "../app/Trouble";
import { useChange } from "../app/useChange";
import { useFreshFolders } from "../files/folders";
import { SyncLayers } from "./SyncLayers";
import { cancelSync, isUnderWay, startSync, syncQuery } from "./syncs";
import { wordsOf } from "./syncWords";

/** What a cloud-synced folder follows, and how its last sync stands. */
export function SyncPanel({ folder, sync }: { folder: Folder; sync: NonNullable<Folder["sync"]> }) {
  const starting = useChange(startSync, ["folders", folder.id]);
  const run = starting.data ?? sync.lastRun;
  return (
    <Paper withBorder p="sm" component="section" aria-label="Sync">
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Text size="sm" miw={0} style={{ overflowWrap: "anywhere" }}>
            Follows <span className="mono">{sync.url}</span>
            {sync.daily ? ", every day" : ""}
            {sync.metadataSuffix === null ? "" : `, metadata from …${sync.metadataSuffix}`}
          </Text>
          {folder.role === "admin" && (
            <Button
              size="xs"
              variant="default"
              leftSection={<RefreshCw size={14} />}
              loading={starting.isPending}
              onClick={() => starting.mutate(folder.id)}
            >
              Sync now
            </Button>
          )}
        </Group>
        {starting.isError && <Trouble error={starting.error} />}
        {run === null ? <Text size="sm">It was never synced.</Text> : <Run key={run.id} run={run} folder={folder} />}
      </Stack>
    </Paper>
  );
}

function Run({ run: known, folder }: { run: SyncRun; folder: Folder }) {
  const { data: run } = useQuery(syncQuery(known));
  const refresh = useFreshFolders();
  const hasEnded = !isUnderWay(run);
  const wasUnderWay = isUnderWay(known);
  useEffect(() => {
    if (hasEnded && wasUnderWay) {
      void refresh();
    }
  }, [hasEnded, wasUnderWay, refresh]);
  const cancelling = useChange(cancelSync, ["folders", folder.id]);
  return (
    <>
      <Group gap="xs">
        <Text size="sm" role="status">
          {wordsOf(run)}
        </Text>
        <Text size="xs" c="dimmed">
          {moment(run.endedAt ?? run.createdAt)}
        </Text>
        {!hasEnded && folder.role === "admin" && (
          <Button
            size="compact-xs"
            variant="default"
            loading={cancelling.isPending}
            onClick={() => cancelling.mutate(run)}
          >
            Cancel
          </Button>
        )}
      </Group>
      <SyncLayers run={run} />
      <FigureLine
        figures={[
          ["Listed", run.counts.listed],
          ["New", run.counts.added],
          ["Changed", run.counts.changed],
          ["Gone", run.counts.vanished],
          ["Back again", run.counts.returned],
          ["Metadata files", run.counts.sidecars],
          ["Of no kind", run.counts.unsupported],
        ]}
      />
      {run.warnings.length > 0 && (
        <Alert color="yellow" title="Warnings">
          {run.warnings.map(({ code, key, message }) => (
            <Text key={`${code} ${key}`} size="sm">
              <span className="mono">{key}</span>: {message}
            </Text>
          ))}
        </Alert>
      )}
    </>
  );
}
