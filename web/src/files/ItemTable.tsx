import { Checkbox, Text } from "@mantine/core";
import { useElementSize, useMergedRef } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { memo, useEffect } from "react";
import type { ItemSummary } from "../api/names";
import { moment, size } from "../app/figures";
import type { ItemList } from "../list/itemList";
import { useLongRows } from "../list/useLongRows";
import { useRovingFocus } from "../list/useRovingFocus";
import type { Selection } from "../list/useSelection";
import classes from "./ItemTable.module.css";
import { KINDS } from "./kinds";

const ROW = 34;
/** The head, with its line. */
const HEAD = 35;
const BEYOND = 20;

interface ItemTableProps {
  items: ItemList<ItemSummary>;
  /** Called with the places that are drawn, in view or about to be. */
  onView: (view: { from: number; to: number }) => void;
  /** Undefined where nothing can be done with a selection. */
  selection: Selection | undefined;
}

/** Any number of items, of which only those in view are drawn. */
export function ItemTable({ items, onView, selection }: ItemTableProps) {
  const { ref: measured, height: view } = useElementSize<HTMLDivElement>();
  const rows = useLongRows({ rows: items.count, rowHeight: ROW, view, head: HEAD, beyond: BEYOND });
  const { first, last } = rows;
  const focus = useRovingFocus({
    frame: rows.frame,
    count: items.count,
    columns: 1,
    perPage: Math.max(1, Math.floor((view - HEAD) / ROW)),
    inView: Math.min(items.count - 1, first === 0 ? 0 : first + BEYOND),
    isDrawn: (place) => place >= first && place <= last,
    reveal: rows.reveal,
    selection,
  });
  useEffect(() => {
    if (last >= first) {
      onView({ from: first, to: last });
    }
  }, [first, last, onView]);

  const places = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  if (focus.isInside && (focus.stop < first || focus.stop > last)) {
    places.push(focus.stop);
  }
  return (
    <div
      ref={useMergedRef(rows.frame, measured)}
      className={classes["frame"]}
      role="table"
      aria-label="Items"
      aria-rowcount={items.count}
      {...focus.handlers}
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
      <div role="rowgroup" style={{ height: rows.height, position: "relative" }}>
        {places.map((place) => {
          const item = items.at(place);
          return (
            item && (
              <Row
                key={item.id}
                item={item}
                place={place}
                top={rows.topOf(place)}
                isStop={place === focus.stop}
                isSelected={selection?.isSelected(item.id)}
                onToggle={selection?.toggle}
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
  place: number;
  top: number;
  isStop: boolean;
  /** Undefined where nothing can be selected. */
  isSelected: boolean | undefined;
  onToggle: Selection["toggle"] | undefined;
}

const Row = memo(function Row({ item, place, top, isStop, isSelected, onToggle }: RowProps) {
  const { icon: Icon, label } = KINDS[item.kind];
  const tabIndex = isStop ? 0 : -1;
  return (
    <div role="row" aria-rowindex={place + 1} className={classes["item"]} style={{ transform: `translateY(${top}px)` }}>
      <span role="cell">
        {isSelected !== undefined && (
          <Checkbox
            size="xs"
            aria-label={`Select ${item.title}`}
            tabIndex={tabIndex}
            checked={isSelected}
            onChange={(event) => onToggle?.(place, (event.nativeEvent as MouseEvent).shiftKey)}
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
          data-place={place}
          tabIndex={tabIndex}
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
});
