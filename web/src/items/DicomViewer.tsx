import { Group, NumberInput, Slider, Stack, Text } from "@mantine/core";
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { type PointerEvent, useEffect, useRef, useState } from "react";
import { count } from "../app/figures";
import { Trouble } from "../app/Trouble";
import { Waiting } from "../app/Waiting";
import { type DicomSlice, readSlice } from "./dicomSlice";
import type { GreyWindow } from "./greyWindow";
import { objectBytes } from "./objectBytes";
import { signedUrlQuery } from "./signedUrl";
import classes from "./Stage.module.css";

function sliceQuery(item: string) {
  return queryOptions({
    queryKey: ["items", item, "slice"],
    queryFn: async ({ client, signal }) => {
      const url = await client.ensureQueryData(signedUrlQuery(item));
      return readSlice(await objectBytes(url, signal));
    },
    staleTime: Infinity,
    gcTime: 60_000,
    retry: false,
    structuralSharing: false,
    placeholderData: keepPreviousData,
  });
}

/** The slices of a series, or the frames of a single file, one at a time. Dragging over the picture changes its window. */
export function DicomViewer({ files, title }: { files: string[]; title: string }) {
  const [position, setPosition] = useState(Math.floor(files.length / 2));
  const [frame, setFrame] = useState(0);
  const [window, setWindow] = useState<GreyWindow>();
  const file = files[position] ?? "";
  const slice = useQuery({ ...sliceQuery(file), enabled: file !== "" });
  useQuery({ ...sliceQuery(files[position + 1] ?? ""), enabled: position + 1 < files.length });
  if (slice.isError) {
    return <Trouble error={slice.error} again={slice.refetch} />;
  }
  if (slice.data === undefined) {
    return <Waiting />;
  }
  const shown = window ?? slice.data.window;
  return (
    <Stack gap="xs">
      <div className={classes["stage"]}>
        <Picture
          slice={slice.data}
          frame={Math.min(frame, slice.data.frames - 1)}
          window={shown}
          title={title}
          onWindow={setWindow}
        />
      </div>
      <Place label="Slice" places={files.length} place={position} onPlace={setPosition} />
      <Place label="Frame" places={slice.data.frames} place={frame} onPlace={setFrame} />
      {shown !== undefined && (
        <Group gap="xs">
          <NumberInput
            size="xs"
            w={130}
            label="Window center"
            value={Math.round(shown.center)}
            onChange={(center) => typeof center === "number" && setWindow({ ...shown, center })}
          />
          <NumberInput
            size="xs"
            w={130}
            label="Window width"
            min={1}
            value={Math.round(shown.width)}
            onChange={(width) => typeof width === "number" && setWindow({ ...shown, width })}
          />
        </Group>
      )}
    </Stack>
  );
}

interface PictureProps {
  slice: DicomSlice;
  frame: number;
  window: GreyWindow | undefined;
  title: string;
  onWindow: (window: GreyWindow) => void;
}

function Picture({ slice, frame, window, title, onWindow }: PictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    canvas.current?.getContext("2d")?.putImageData(slice.paint(frame, window), 0, 0);
  }, [slice, frame, window]);

  /** To the right for a wider window, down for a brighter one, as in clinics. */
  function drag(event: PointerEvent) {
    if (event.buttons === 1 && window !== undefined) {
      const step = Math.max(1, window.width / 256);
      onWindow({
        center: window.center - event.movementY * step,
        width: Math.max(1, window.width + event.movementX * step),
      });
    }
  }

  return (
    <canvas
      ref={canvas}
      className={classes["pixels"]}
      width={slice.columns}
      height={slice.rows}
      role="img"
      aria-label={title}
      onPointerMove={drag}
    />
  );
}

interface PlaceProps {
  label: string;
  places: number;
  place: number;
  onPlace: (place: number) => void;
}

/** Nothing where there is but one. */
function Place({ label, places, place, onPlace }: PlaceProps) {
  return places < 2 ? null : (
    <Group gap="sm" wrap="nowrap">
      <Text size="sm" w={130} style={{ fontVariantNumeric: "tabular-nums" }}>
        {label} {count(place + 1)} of {count(places)}
      </Text>
      <Slider flex={1} label={null} thumbLabel={label} min={0} max={places - 1} value={place} onChange={onPlace} />
    </Group>
  );
}
