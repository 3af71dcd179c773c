import { Button, Group, NumberInput, SimpleGrid, Stack } from "@mantine/core";
import { type SyntheticEvent, useState } from "react";
import type { Box, Condition } from "./conditions";

const EDGES: { edge: keyof Box; label: string; most: number }[] = [
  { edge: "north", label: "North", most: 90 },
  { edge: "south", label: "South", most: 90 },
  { edge: "west", label: "West", most: 180 },
  { edge: "east", label: "East", most: 180 },
];

interface BoxFilterProps {
  name: string;
  condition: Condition | undefined;
  onAsk: (condition: Condition | undefined) => void;
}

/** Places on earth between four edges, in degrees. */
export function BoxFilter({ name, condition, onAsk }: BoxFilterProps) {
  const [box, setBox] = useState<Partial<Box>>(condition !== undefined && "box" in condition ? condition.box : {});

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (isWhole(box)) {
      onAsk({ box });
    }
  }

  return (
    <form onSubmit={submit}>
      <Stack gap={6}>
        <SimpleGrid cols={2} spacing={6} verticalSpacing={6}>
          {EDGES.map(({ edge, label, most }) => (
            <NumberInput
              key={edge}
              size="xs"
              aria-label={`${name}, ${label.toLowerCase()}`}
              placeholder={label}
              suffix="°"
              min={-most}
              max={most}
              hideControls
              value={box[edge] ?? ""}
              onChange={(degrees) => setBox(withEdge(box, edge, degrees))}
            />
          ))}
        </SimpleGrid>
        <Group>
          <Button type="submit" size="compact-xs" variant="default" disabled={!isWhole(box)}>
            Look there
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function withEdge(box: Partial<Box>, edge: keyof Box, degrees: number | string): Partial<Box> {
  const { [edge]: _, ...rest } = box;
  return typeof degrees === "number" ? { ...rest, [edge]: degrees } : rest;
}

function isWhole(box: Partial<Box>): box is Box {
  return EDGES.every(({ edge }) => box[edge] !== undefined);
}
