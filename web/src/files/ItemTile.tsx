import { Box, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ItemSummary } from "../api/names";
import { count, size } from "../app/figures";
import { itemAddress } from "../items/itemSearch";
import classes from "./ItemTile.module.css";
import { KINDS } from "./kinds";
import { Thumbnail } from "./Thumbnail";

/** What a tile shows of an item. */
export interface TileItem extends Pick<ItemSummary, "id" | "kind" | "title" | "objectUrl" | "bytes"> {
  /** Of a video, which is meant. */
  frame?: number | null;
}

interface ItemTileProps {
  item: TileItem;
  /** Where it is in a list through which the arrows lead. */
  place?: number;
  tabIndex?: number;
}

export function ItemTile({ item, place, tabIndex = 0 }: ItemTileProps) {
  const frame = item.frame ?? undefined;
  const facts = [
    KINDS[item.kind].label,
    frame === undefined ? undefined : `frame ${count(frame)}`,
    item.bytes === null ? undefined : size(item.bytes),
  ];
  return (
    <Box
      component={Link}
      to={itemAddress(item.id, frame)}
      className={classes["tile"]}
      title={item.objectUrl ?? item.title}
      data-place={place}
      tabIndex={tabIndex}
    >
      <div className={classes["picture"]}>
        <Thumbnail item={item} frame={frame} />
      </div>
      <div className={classes["caption"]}>
        <Text size="sm" truncate>
          {item.title}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {facts.filter((fact) => fact !== undefined).join(" · ")}
        </Text>
      </div>
    </Box>
  );
}
