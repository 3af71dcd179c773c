import { Checkbox } from "@mantine/core";
import { useElementSize, useMergedRef } from "@mantine/hooks";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import classes from "./ItemGrid.module.css";
import { ItemTile, type TileItem } from "./ItemTile";
import { useEnd } from "./useEnd";

const TILE = 176;
const GAP = 10;
const CAPTION = 44;
const BEYOND = 4;
/** More is asked for so many rows before it is seen. */
const AHEAD = 12;

interface ItemGridProps {
  items: TileItem[];
  onEnd: () => void;
  isSelected?: (item: string) => boolean;
  /** Left out where nothing can be done with a selection. */
  onToggle?: (item: string, isRange: boolean) => void;
}

/** Any number of items as pictures, of which only those in view are drawn. */
export function ItemGrid({ items, onEnd, isSelected, onToggle }: ItemGridProps) {
  const frame = useRef<HTMLDivElement>(null);
  const { ref: measured, width } = useElementSize<HTMLDivElement>();
  const columns = Math.max(1, Math.floor((width + GAP) / (TILE + GAP)));
  const tile = (width - GAP * (columns - 1)) / columns;
  const lines = Math.ceil(items.length / columns);
  const rowHeight = Math.round(tile * 0.75) + CAPTION + GAP;
  const rows = useVirtualizer({
    count: lines,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: BEYOND,
    enabled: width > 0,
    useFlushSync: false,
    getItemKey: (index) => `${columns}:${rowHeight}:${index}`,
  });
  useEnd(rows, lines, onEnd, AHEAD);
  return (
    <div ref={useMergedRef(frame, measured)} className={classes["frame"]} role="region" aria-label="Items" tabIndex={0}>
      <ul className={classes["rows"]} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().flatMap((row) =>
          items.slice(row.index * columns, (row.index + 1) * columns).map((item, column) => (
            <li
              key={`${item.id}:${item.frame ?? ""}`}
              className={classes["cell"]}
              style={{
                height: rowHeight - GAP,
                transform: `translate(${column * (tile + GAP)}px, ${row.start}px)`,
                width: tile,
              }}
            >
              <ItemTile item={item} />
              {onToggle !== undefined && (
                <Checkbox
                  size="sm"
                  className={classes["check"]}
                  aria-label={`Select ${item.title}`}
                  checked={isSelected?.(item.id) ?? false}
                  onChange={(event) => onToggle(item.id, (event.nativeEvent as MouseEvent).shiftKey)}
                />
              )}
            </li>
          )),
        )}
      </ul>
    </div>
  );
}
