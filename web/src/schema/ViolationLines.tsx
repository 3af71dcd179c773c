import { Badge, Stack, Text } from "@mantine/core";
import type { Violation } from "../api/names";

/** What of an item's metadata does not fit the schema, and where it stands; of a frame, under `/$encord/frames`. */
export function ViolationLines({ violations }: { violations: Violation[] }) {
  return (
    <Stack gap={2}>
      {violations.map(({ pointer, message, used }) => (
        <Text key={pointer} size="sm" style={{ overflowWrap: "anywhere" }}>
          <span className="mono">{pointer}</span> {message}{" "}
          {used && (
            <Badge size="xs" variant="default">
              used all the same
            </Badge>
          )}
        </Text>
      ))}
    </Stack>
  );
}
