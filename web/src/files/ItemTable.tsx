import { Checkbox, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import type { ItemSummary } from "../api/names";
import { moment, size } from "../app/figures";
import classes from "./ItemTable.module.css";
import { KINDS } from "./kinds";
import { useEnd } from "./useEnd";

const ROW = 34;
const BEYOND = 20;

interface ItemTableProps {
  items: ItemSummary[];
  onEnd: () => void;
  isSelected: (item: string) => boolean;
  /** Undefined where nothing can be done with a selection. */
  onToggle: ((item: string, isRange: boolean) => void) | undefined;
}

/** Any number of items, of which only those in view are drawn. */
export function ItemTable({ items, onEnd, isSelected, onToggle }: ItemTableProps) {
  const frame = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    overscan: BEYOND,
  });
  useEnd(rows, items.length, onEnd);
  return (
    <div
      ref={frame}
      className={classes["frame"]}
      role="table"
      aria-label="Items"
      aria-rowcount={items.length}
      tabIndex={0}
    >
      <div role="rowgroup" className={classes["head"]}>
        <div role="row" className={classes["row"]}>
          <span role="columnheader" className="visually-hidden">
            Selected
          </span>
          <span role="columnheader">Title</span>
          <span role="columnheader">Kind</span>
          <span role="columnheader">Size</span>
          <span role="columnheader">Registered</span>
        </div>
      </div>
      <div role="rowgroup" style={{ height: rows.getTotalSize(), position: "relative" }}>
        {rows.getVirtualItems().map((row) => {
          const item = items[row.index];
          return (
            item && (
              <Row
                key={item.id}
                item={item}
                index={row.index}
                top={row.start}
                isSelected={isSelected(item.id)}
                onToggle={onToggle}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

interface RowProps {
  item: ItemSummary;
  index: number;
  top: number;
  isSelected: boolean;
  onToggle: ItemTableProps["onToggle"];
}

function Row({ item, index, top, isSelected, onToggle }: RowProps) {
  const { icon: Icon, label } = KINDS[item.kind];
  return (
    <div role="row" aria-rowindex={index + 1} className={classes["item"]} style={{ transform: `translateY(${top}px)` }}>
      <span role="cell">
        {onToggle !== undefined && (
          <Checkbox
            size="xs"
            aria-label={`Select ${item.title}`}
            checked={isSelected}
            onChange={(event) => onToggle(item.id, (event.nativeEvent as MouseEvent).shiftKey)}
          />
        )}
      </span>
      <span role="cell" className={classes["title"]}>
        <Icon size={15} strokeWidth={1.75} aria-hidden />
        <Link
          to="/items/$itemId"
          params={{ itemId: item.id }}
          className="plain truncate"
          title={item.objectUrl ?? item.title}
        >
          {item.title}
        </Link>
      </span>
      <Text role="cell" size="sm" c="dimmed" truncate>
        {label}
      </Text>
      <Text role="cell" size="sm" c="dimmed" ta="right">
        {item.bytes === null ? "" : size(item.bytes)}
      </Text>
      <Text role="cell" size="sm" c="dimmed" truncate>
        {moment(item.createdAt)}
      </Text>
    </div>
  );
}
