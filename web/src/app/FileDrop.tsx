import { Button, Group, Stack, Text } from "@mantine/core";
import { FileUp } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import classes from "./FileDrop.module.css";

interface FileDropProps {
  label: string;
  hint: string;
  accept: string;
  onFile: (file: File) => void;
}

/** A place where a file can be dropped, or chosen. */
export function FileDrop({ label, hint, accept, onFile }: FileDropProps) {
  const [isOver, setIsOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);

  function take(file: File | undefined) {
    if (file !== undefined) {
      onFile(file);
    }
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files[0]);
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
            choose a file
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
        accept={accept}
        onChange={(event) => {
          take(event.currentTarget.files?.[0]);
          event.currentTarget.value = "";
        }}
      />
    </div>
  );
}
