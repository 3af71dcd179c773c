import { Button, Card, Group, Radio, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Library, Trash2 } from "lucide-react";
import type { NearDuplicateGroup } from "../api/names";
import { counted } from "../app/figures";
import { CollectDialog } from "../collections/CollectDialog";
import { requestFor } from "../explore/exploreSearch";
import { ItemTile } from "../files/ItemTile";
import classes from "./DuplicateGroup.module.css";
import { distanceWords, restOf } from "./comparisons";
import { RemoveRestDialog } from "./RemoveRestDialog";

/** More are not looked at one by one. */
const SHOWN = 24;

interface DuplicateGroupProps {
  group: NearDuplicateGroup;
  by: string;
  kept: string;
  onKeep: (item: string) => void;
}

/** Near duplicates side by side, of which one is kept. */
export function DuplicateGroup({ group, by, kept, onKeep }: DuplicateGroupProps) {
  const [isCollecting, collecting] = useDisclosure(false);
  const [isRemoving, removing] = useDisclosure(false);
  const rest = restOf(group, kept);
  const title = group.items.find(({ id }) => id === kept)?.title ?? "";
  return (
    <Card withBorder padding="sm" component="section" aria-label={`Like ${title}`}>
      <Radio.Group aria-label="Which one is kept" value={kept} onChange={onKeep}>
        <div className={classes["items"]}>
          {group.items.slice(0, SHOWN).map((item) => (
            <div key={item.id}>
              <div className={classes["tile"]}>
                <ItemTile item={{ ...item, bytes: item.media?.bytes ?? null }} />
              </div>
              <Radio size="xs" mt={6} value={item.id} label="Keep" aria-label={`Keep ${item.title}`} />
              <Text size="xs" c="dimmed">
                {distanceWords(item.distance, by)}
              </Text>
            </div>
          ))}
        </div>
      </Radio.Group>
      <Group gap="xs" mt="sm">
        <Text size="sm" c="dimmed">
          {counted(group.size, "item")}
        </Text>
        <Button size="compact-sm" variant="default" leftSection={<Library size={14} />} onClick={collecting.open}>
          Collect the rest
        </Button>
        <Button size="compact-sm" variant="default" leftSection={<Trash2 size={14} />} onClick={removing.open}>
          Delete the rest
        </Button>
      </Group>
      {isCollecting && (
        <CollectDialog search={requestFor(rest.map(({ id }) => id))} items={rest.length} onClose={collecting.close} />
      )}
      {isRemoving && <RemoveRestDialog items={rest} onClose={removing.close} />}
    </Card>
  );
}
