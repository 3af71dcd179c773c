import { Modal, Stack, Tabs } from "@mantine/core";
import { useState } from "react";
import type { UploadJob } from "../api/names";
import { FolderSelect } from "../files/FolderSelect";
import { CloudImport } from "./CloudImport";
import { JobProgress } from "./JobProgress";
import { LocalFiles } from "./LocalFiles";

interface UploadDialogProps {
  /** Where the files go; asked for where it is not known. */
  folder: string | undefined;
  /** Whose rows they become besides. */
  dataset?: string;
  onClose: () => void;
}

/** Registers what lies in a cloud storage, or on one's own disk; then shows how it goes. */
export function UploadDialog({ folder, dataset, onClose }: UploadDialogProps) {
  const [into, setInto] = useState<string | null>(folder ?? null);
  const [started, setStarted] = useState<UploadJob>();
  return (
    <Modal opened onClose={onClose} title="Upload files" size="lg" closeOnClickOutside={false}>
      {started !== undefined ? (
        <JobProgress job={started} onClose={onClose} />
      ) : (
        <Stack gap="md">
          {folder === undefined && <FolderSelect value={into} onChange={setInto} />}
          <Tabs defaultValue="cloud" keepMounted={false}>
            <Tabs.List mb="md">
              <Tabs.Tab value="cloud">Import from cloud data</Tabs.Tab>
              <Tabs.Tab value="local">Local files</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="cloud">
              <CloudImport folder={into} dataset={dataset} onStarted={setStarted} />
            </Tabs.Panel>
            <Tabs.Panel value="local">
              <LocalFiles folder={into} dataset={dataset} onStarted={setStarted} />
            </Tabs.Panel>
          </Tabs>
        </Stack>
      )}
    </Modal>
  );
}
