import { Group, Text } from "@mantine/core";
import { count } from "./figures";

export type Figure = [name: string, value: number, colourUnlessZero?: string];

/** Numbers in a line, each below its name. */
export function FigureLine({ figures }: { figures: Figure[] }) {
  return (
    <Group gap="xl" component="dl" m={0}>
      {figures.map(([name, value, colour]) => (
        <div key={name}>
          <Text component="dt" size="xs" c="dimmed">
            {name}
          </Text>
          <Text component="dd" m={0} fw={600} {...(colour !== undefined && value > 0 ? { c: colour } : {})}>
            {count(value)}
          </Text>
        </div>
      ))}
    </Group>
  );
}
