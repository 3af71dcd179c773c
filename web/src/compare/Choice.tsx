import { Button, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Library, SearchX } from "lucide-react";
import { Asked } from "../app/Asked";
import { Empty } from "../app/Empty";
import { counted } from "../app/figures";
import { CollectDialog } from "../collections/CollectDialog";
import { requestFor } from "../explore/exploreSearch";
import { ItemTile } from "../files/ItemTile";
import { type CompareSearch, PIXELS } from "./compareSearch";
import { choiceQuery, distanceWords } from "./comparisons";
import classes from "./DuplicateGroup.module.css";

/** Items that were picked by comparing them, in the order of picking. */
export function Choice({ search }: { search: CompareSearch }) {
  const choice = useQuery(choiceQuery(search));
  const [isCollecting, collecting] = useDisclosure(false);
  return (
    <Asked query={choice}>
      {({ items, compared, precision }) =>
        items.length === 0 ? (
          <Empty icon={SearchX} title="There is nothing to compare">
            No item that is asked for has what it would be compared by.
          </Empty>
        ) : (
          <Stack>
            <Group justify="space-between">
              <Text size="sm" c="dimmed" role="status">
                {counted(items.length, "item")} of {counted(compared, "item")}
                {precision === "estimated" && "; others may come before some of these"}
              </Text>
              <Button size="xs" variant="default" leftSection={<Library size={14} />} onClick={collecting.open}>
                Collect
              </Button>
            </Group>
            <div className={classes["items"]}>
              {items.map((item) => (
                <div key={item.id}>
                  <div className={classes["tile"]}>
                    <ItemTile item={{ ...item, bytes: item.media?.bytes ?? null }} />
                  </div>
                  <Text size="xs" c="dimmed">
                    {distanceWords(item.distance, search.by ?? PIXELS)}
                  </Text>
                </div>
              ))}
            </div>
            {isCollecting && (
              <CollectDialog
                search={requestFor(items.map(({ id }) => id))}
                items={items.length}
                onClose={collecting.close}
              />
            )}
          </Stack>
        )
      }
    </Asked>
  );
}
