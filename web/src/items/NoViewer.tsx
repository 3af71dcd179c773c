import { Button, Stack, Text } from "@mantine/core";
import { ExternalLink } from "lucide-react";
import type { Item } from "../api/names";
import { KINDS } from "../files/kinds";
import { Stage } from "./Stage";

/** An object that pages do not draw by themselves can be opened or saved. */
export function NoViewer({ item }: { item: Item }) {
  const { icon: Icon, label } = KINDS[item.kind];
  return (
    <Stage item={item.id}>
      {(url) => (
        <Stack align="center" gap="sm" p="lg">
          <Icon size={40} strokeWidth={1.25} aria-hidden />
          <Text size="sm" c="dimmed">
            {label}
          </Text>
          <Button
            component="a"
            href={url}
            target="_blank"
            rel="noreferrer"
            variant="default"
            leftSection={<ExternalLink size={15} />}
          >
            Open
          </Button>
        </Stack>
      )}
    </Stage>
  );
}
