import { ActionIcon, Group, Progress, ScrollArea, Stack, Text } from "@mantine/core";
import { Check, X } from "lucide-react";
import { counted, size } from "../app/figures";
import type { LocalFile } from "./localFiles";

const SHOWN = 200;

interface LocalFileListProps {
  files: LocalFile[];
  isSending: boolean;
  onRemove: (key: string) => void;
}

/** How far each file is. Those that failed come first; of very many, only the first are drawn. */
export function LocalFileList({ files, isSending, onRemove }: LocalFileListProps) {
  const ordered = [...files.filter(({ fault }) => fault), ...files.filter(({ fault }) => !fault)];
  return (
    <ScrollArea.Autosize mah={260} type="auto" viewportProps={{ tabIndex: 0, role: "region", "aria-label": "Files" }}>
      <Stack gap={8} component="ul" m={0} p={0} pr="xs">
        {ordered.slice(0, SHOWN).map((local) => (
          <Line key={local.key} local={local} isSending={isSending} onRemove={() => onRemove(local.key)} />
        ))}
      </Stack>
      {ordered.length > SHOWN && (
        <Text size="xs" c="dimmed" mt="xs">
          And {counted(ordered.length - SHOWN, "more file")}.
        </Text>
      )}
    </ScrollArea.Autosize>
  );
}

function Line({ local, isSending, onRemove }: { local: LocalFile; isSending: boolean; onRemove: () => void }) {
  const { file, sent, place, fault } = local;
  return (
    <Stack component="li" gap={2} style={{ listStyle: "none" }}>
      <Group gap="xs" wrap="nowrap">
        <Text size="sm" truncate flex={1}>
          {file.name}
        </Text>
        <Text size="xs" c="dimmed" style={{ whiteSpace: "nowrap" }}>
          {size(file.size)}
        </Text>
        {place !== undefined && <Check size={14} role="img" aria-label={`${file.name} is sent`} />}
        {!isSending && (
          <ActionIcon size="sm" aria-label={`Take ${file.name} out`} onClick={onRemove}>
            <X size={14} />
          </ActionIcon>
        )}
      </Group>
      {isSending && place === undefined && fault === undefined && (
        <Progress
          size="xs"
          value={file.size === 0 ? 0 : (100 * sent) / file.size}
          aria-label={`${file.name}: ${size(sent)} sent`}
        />
      )}
      {fault !== undefined && (
        <Text size="xs" c="var(--mantine-color-error)">
          {fault}
        </Text>
      )}
    </Stack>
  );
}
