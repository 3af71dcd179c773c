import { Checkbox } from "@mantine/core";
import { useElementSize, useMergedRef } from "@mantine/hooks";
import { memo, useEffect } from "react";
import { count } from "../app/figures";
import type { ItemList } from "../list/itemList";
import { useLongRows } from "../list/useLongRows";
import { useRovingFocus } from "../list/useRovingFocus";
import type { Selection } from "../list/useSelection";
import classes from "./ItemGrid.module.css";
import { ItemTile, type TileItem } from "./ItemTile";
import tileClasses from "./ItemTile.module.css";

const TILE = 176;
/** As many columns as a phone has room for. */
const LEAST_COLUMNS = 2;
const GAP = 10;
const CAPTION = 44;
const BEYOND = 5;

interface ItemGridProps {
  items: ItemList<TileItem>;
  /** Called with the places that are drawn, in view or about to be. */
  onView: (view: { from: number; to: number }) => void;
  /** Left out where nothing can be done with a selection. */
  selection?: Selection | undefined;
}

/** Any number of items as pictures, of which only those in view are drawn. */
export function ItemGrid({ items, onView, selection }: ItemGridProps) {
  const { ref: measured, width, height: view } = useElementSize<HTMLDivElement>();
  const columns = Math.max(LEAST_COLUMNS, Math.floor((width + GAP) / (TILE + GAP)));
  const tile = (width - GAP * (columns - 1)) / columns;
  const rowHeight = Math.round(tile * 0.75) + CAPTION + GAP;
  const lines = useLongRows({
    rows: Math.ceil(items.count / columns),
    rowHeight: Math.max(rowHeight, CAPTION + GAP),
    view: width > 0 ? view : 0,
    beyond: BEYOND,
  });
  const [from, to] = [lines.first * columns, Math.min(items.count, (lines.last + 1) * columns) - 1];
  const focus = useRovingFocus({
    frame: lines.frame,
    count: items.count,
    columns,
    perPage: columns * Math.max(1, Math.floor(view / rowHeight)),
    inView: Math.min(items.count - 1, lines.first === 0 ? 0 : from + BEYOND * columns),
    isDrawn: (place) => place >= from && place <= to,
    reveal: (place) => lines.reveal(Math.floor(place / columns)),
    selection,
  });
  useEffect(() => {
    if (to >= from) {
      onView({ from, to });
    }
  }, [from, to, onView]);

  const places = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
  if (focus.isInside && (focus.stop < from || focus.stop > to)) {
    places.push(focus.stop);
  }
  return (
    <div
      ref={useMergedRef(lines.frame, measured)}
      className={classes["frame"]}
      role="region"
      aria-label="Items"
      {...focus.handlers}
    >
      <ul className={classes["rows"]} style={{ height: lines.height }}>
        {places.map((place) => (
          <li
            key={place}
            className={classes["cell"]}
            style={{
              height: rowHeight - GAP,
              transform: `translate(${(place % columns) * (tile + GAP)}px, ${lines.topOf(Math.floor(place / columns))}px)`,
              width: tile,
            }}
          >
            <Cell
              item={items.at(place)}
              place={place}
              isStop={place === focus.stop}
              isSelected={selection?.isSelected(items.at(place)?.id ?? "")}
              onToggle={selection?.toggle}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface CellProps {
  item: TileItem | undefined;
  place: number;
  isStop: boolean;
  /** Undefined where nothing can be selected. */
  isSelected: boolean | undefined;
  onToggle: Selection["toggle"] | undefined;
}

/** What does not change is not drawn again while others are scrolled into view. */
const Cell = memo(function Cell({ item, place, isStop, isSelected, onToggle }: CellProps) {
  const tabIndex = isStop ? 0 : -1;
  if (item === undefined) {
    return (
      <div className={tileClasses["tile"]} data-place={place} data-awaited tabIndex={tabIndex} aria-busy>
        <div className={tileClasses["picture"]} />
        <div className={tileClasses["caption"]}>Item {count(place + 1)}</div>
      </div>
    );
  }
  return (
    <>
      <ItemTile item={item} place={place} tabIndex={tabIndex} />
      {isSelected !== undefined && (
        <Checkbox
          size="sm"
          className={classes["check"]}
          aria-label={`Select ${item.title}`}
          tabIndex={tabIndex}
          checked={isSelected}
          onChange={(event) => onToggle?.(place, (event.nativeEvent as MouseEvent).shiftKey)}
        />
      )}
    </>
  );
});
