import { Button, Checkbox, Group, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { UploadJob } from "../api/names";
import { FileDrop } from "../app/FileDrop";
import { counted, size } from "../app/figures";
import { Trouble } from "../app/Trouble";
import { LocalFileList } from "./LocalFileList";
import { type LocalFile, type LocalOrder, type Progress, sendAndRegister, withFiles } from "./localFiles";

interface LocalFilesProps {
  folder: string | null;
  dataset: string | undefined;
  onStarted: (job: UploadJob) => void;
}

/** Sends files of one's own disk into storage of the server's, and registers them. Going away stops what is being sent. */
export function LocalFiles({ folder, dataset, onStarted }: LocalFilesProps) {
  const [files, setFiles] = useState<LocalFile[]>([]);
  const [ignoreErrors, setIgnoreErrors] = useState(true);
  const queries = useQueryClient();
  const stopping = useRef<AbortController>(undefined);
  useEffect(() => () => stopping.current?.abort(), []);

  const tell: Progress = (key, progress) =>
    setFiles((now) => now.map((local) => (local.key === key ? { ...local, ...progress } : local)));

  const sending = useMutation({
    mutationFn: (order: LocalOrder) => {
      stopping.current = new AbortController();
      return sendAndRegister(order, tell, stopping.current.signal);
    },
    onSuccess: (job) => {
      onStarted(job);
      return queries.invalidateQueries({ queryKey: ["jobs"] });
    },
    meta: { isToldInPlace: true },
  });

  function send() {
    if (folder !== null) {
      const fresh = files.map(({ fault: _, ...local }) => local);
      setFiles(fresh);
      sending.mutate({ folder, dataset, ignoreErrors, files: fresh });
    }
  }

  function change(changed: LocalFile[]) {
    setFiles(changed);
    sending.reset();
  }

  return (
    <Stack gap="md">
      {!sending.isPending && (
        <FileDrop
          label="Drop files here"
          hint="Images, videos, audio, PDFs, texts, NIfTI volumes. They are copied to the server."
          isForMany
          onFiles={(chosen) => change(withFiles(files, chosen))}
        />
      )}
      {files.length > 0 && (
        <>
          <Text size="sm" role="status">
            {counted(files.length, "file")}, {size(files.reduce((bytes, { file }) => bytes + file.size, 0))}
          </Text>
          <LocalFileList
            files={files}
            isSending={sending.isPending}
            onRemove={(key) => change(files.filter((local) => local.key !== key))}
          />
        </>
      )}
      <Checkbox
        label="Ignore individual file errors"
        description="Sound files are registered whatever happens to others. Otherwise all are, or none."
        checked={ignoreErrors}
        onChange={(event) => setIgnoreErrors(event.currentTarget.checked)}
      />
      {sending.isError && <Trouble error={sending.error} />}
      <Group justify="flex-end">
        {sending.isPending && (
          <Button variant="default" onClick={() => stopping.current?.abort()}>
            Stop
          </Button>
        )}
        <Button disabled={folder === null || files.length === 0} loading={sending.isPending} onClick={send}>
          Upload
        </Button>
      </Group>
    </Stack>
  );
}
