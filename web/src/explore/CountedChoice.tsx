import { Checkbox, Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { count } from "../app/figures";

interface CountedChoiceProps {
  label: ReactNode;
  count: number;
  isChosen: boolean;
  onToggle: () => void;
}

/** Something that can be asked for, and how many items are like that. */
export function CountedChoice({ label, count: items, isChosen, onToggle }: CountedChoiceProps) {
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <Checkbox
        size="xs"
        label={label}
        checked={isChosen}
        onChange={onToggle}
        styles={{ body: { minWidth: 0 }, labelWrapper: { overflow: "hidden", textOverflow: "ellipsis" } }}
      />
      <Text size="xs" c="dimmed">
        {count(items)}
      </Text>
    </Group>
  );
}
