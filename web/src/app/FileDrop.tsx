import { Button, Group, Stack, Text } from "@mantine/core";
import { FileUp } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import classes from "./FileDrop.module.css";

interface FileDropProps {
  label: string;
  hint: string;
  accept?: string;
  /** More than one can be taken at once. */
  isForMany?: boolean;
  onFiles: (files: [File, ...File[]]) => void;
}

/** A place where files can be dropped, or chosen. */
export function FileDrop({ label, hint, accept, isForMany = false, onFiles }: FileDropProps) {
  const [isOver, setIsOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);

  function take(files: FileList | null) {
    const [first, ...others] = files ?? [];
    if (first !== undefined) {
      onFiles([first, ...(isForMany ? others : [])]);
    }
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files);
  }

  return (
    <div
      className={classes["drop"]}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <Stack align="center" gap={6}>
        <FileUp size={26} strokeWidth={1.5} aria-hidden />
        <Group gap={6}>
          <Text size="sm">{label}, or</Text>
          <Button size="compact-sm" variant="default" onClick={() => chooser.current?.click()}>
            {isForMany ? "choose files" : "choose a file"}
          </Button>
        </Group>
        <Text size="xs" c="dimmed">
          {hint}
        </Text>
      </Stack>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={label}
        multiple={isForMany}
        {...(accept === undefined ? {} : { accept })}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = "";
        }}
      />
    </div>
  );
}
