import { ActionIcon, Group, SegmentedControl, Tooltip, useComputedColorScheme } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { Maximize, ScanEye, X, ZoomIn, ZoomOut } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from "react";
import { Trouble } from "../app/Trouble";
import { type Bounds, type Camera, fitting, moved, onMap, onScreen, type Place, seen, zoomed } from "./camera";
import { areaOf } from "./lasso";
import { looksOf } from "./looks";
import classes from "./MapPicture.module.css";
import type { Points } from "./points";
import { type Colour, Scatter } from "./Scatter";

type Corners = [x: number, y: number][];

interface MapPictureProps {
  points: Points;
  bounds: Bounds;
  /** Of the area that was drawn around. */
  corners: Corners | undefined;
  /** Items whose points stand out. */
  selected: string[];
  onCorners: (corners: Corners | undefined) => void;
}

const COLOURS: Record<"light" | "dark", readonly [Colour, Colour, Colour]> = {
  light: [
    [0.35, 0.42, 0.5],
    [0.11, 0.34, 0.53],
    [0.9, 0.35, 0.05],
  ],
  dark: [
    [0.55, 0.6, 0.66],
    [0.4, 0.72, 1],
    [1, 0.6, 0.2],
  ],
};

const STEP = 60;
const CLOSER = 1.5;

/** Points that can be moved, come closer to, and be drawn around. */
export function MapPicture({ points, bounds, corners, selected, onCorners }: MapPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { ref, width, height } = useElementSize();
  const size = useMemo(() => ({ width, height }), [width, height]);
  const [scatter, setScatter] = useState<Scatter>();
  const [fault, setFault] = useState<unknown>();
  const [chosen, setChosen] = useState<Camera>();
  const [isLasso, setIsLasso] = useState(true);
  const [line, setLine] = useState<Place[]>([]);
  const scheme = useComputedColorScheme("light");
  const camera = chosen ?? fitting(bounds, size);

  useEffect(() => {
    if (canvas.current === null) {
      return undefined;
    }
    try {
      const made = new Scatter(canvas.current);
      setScatter(made);
      return () => made.close();
    } catch (error) {
      setFault(error);
      return undefined;
    }
  }, []);

  useEffect(() => scatter?.show(points.places), [scatter, points]);
  useEffect(() => scatter?.look(looksOf(points, corners, selected)), [scatter, points, corners, selected]);
  useEffect(() => {
    if (width > 0) {
      scatter?.draw(camera, size, COLOURS[scheme]);
    }
  });

  function placeOf(event: PointerEvent | WheelEvent): Place {
    const { left, top } = canvas.current?.getBoundingClientRect() ?? { left: 0, top: 0 };
    return [event.clientX - left, event.clientY - top];
  }

  function drag(event: PointerEvent) {
    if (event.buttons === 1 && !isLasso) {
      setChosen(moved(camera, event.movementX, event.movementY));
    } else if (event.buttons === 1 && line.length > 0) {
      setLine([...line, placeOf(event)]);
    }
  }

  function end() {
    const area = areaOf(line.map((place) => onMap(place, camera, size)));
    setLine([]);
    if (area !== undefined) {
      onCorners(area);
    }
  }

  function zoom(factor: number, at: Place = [width / 2, height / 2]) {
    setChosen(zoomed(camera, factor, at, size));
  }

  function press(event: KeyboardEvent) {
    const change = KEYS[event.key];
    if (change !== undefined) {
      event.preventDefault();
      change(zoom, (right, down) => setChosen(moved(camera, right, down)));
    }
  }

  function takeSeen() {
    const { minX, minY, maxX, maxY } = seen(camera, size);
    onCorners([
      [minX, minY],
      [maxX, minY],
      [maxX, maxY],
      [minX, maxY],
    ]);
  }

  useEffect(() => {
    const shown = canvas.current;
    function turn(event: WheelEvent) {
      event.preventDefault();
      zoom(event.deltaY < 0 ? CLOSER : 1 / CLOSER, placeOf(event));
    }
    shown?.addEventListener("wheel", turn, { passive: false });
    return () => shown?.removeEventListener("wheel", turn);
  });

  const drawn = line.length > 0 ? line : (corners ?? []).map((corner) => onScreen(corner, camera, size));
  if (fault !== undefined) {
    return <Trouble error={fault} />;
  }
  return (
    <>
      <Group gap={4}>
        <SegmentedControl
          size="xs"
          aria-label="What dragging does"
          data={[
            { value: "lasso", label: "Lasso" },
            { value: "move", label: "Move" },
          ]}
          value={isLasso ? "lasso" : "move"}
          onChange={(wished) => setIsLasso(wished === "lasso")}
        />
        <Tool label="Closer" icon={<ZoomIn size={16} />} onClick={() => zoom(CLOSER)} />
        <Tool label="Farther" icon={<ZoomOut size={16} />} onClick={() => zoom(1 / CLOSER)} />
        <Tool label="Everything" icon={<Maximize size={16} />} onClick={() => setChosen(undefined)} />
        <Tool label="Take what is in view" icon={<ScanEye size={16} />} onClick={takeSeen} />
        {corners !== undefined && (
          <Tool label="Forget the area" icon={<X size={16} />} onClick={() => onCorners(undefined)} />
        )}
      </Group>
      <div ref={ref} className={classes["frame"]}>
        <canvas
          ref={canvas}
          className={classes["points"]}
          data-mode={isLasso ? "lasso" : "move"}
          data-drawn={scatter === undefined ? 0 : points.count}
          aria-label="Map. Arrows move it, plus and minus come closer and go farther."
          tabIndex={0}
          onKeyDown={press}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            if (isLasso) {
              setLine([placeOf(event)]);
            }
          }}
          onPointerMove={drag}
          onPointerUp={end}
          onPointerCancel={() => setLine([])}
        />
        <svg className={classes["lasso"]} aria-hidden>
          <polygon points={drawn.map(([x, y]) => `${x},${y}`).join(" ")} />
        </svg>
      </div>
    </>
  );
}

type Change = (zoom: (factor: number) => void, move: (right: number, down: number) => void) => void;

const KEYS: Record<string, Change> = {
  ArrowLeft: (_, move) => move(STEP, 0),
  ArrowRight: (_, move) => move(-STEP, 0),
  ArrowUp: (_, move) => move(0, STEP),
  ArrowDown: (_, move) => move(0, -STEP),
  "+": (zoom) => zoom(CLOSER),
  "-": (zoom) => zoom(1 / CLOSER),
};

function Tool({ label, icon, onClick }: { label: string; icon: React.ReactNode; onClick: () => void }) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
