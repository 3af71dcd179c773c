import { ActionIcon, Group, Text, Tooltip } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { StepBack, StepForward } from "lucide-react";
import { useRef, useState } from "react";
import type { Item } from "../api/names";
import { count } from "../app/figures";
import { type FrameRate, frameAt, readFrameRate, timeOf } from "./frames";
import { Stage } from "./Stage";
import { Unshowable } from "./Unshowable";

function rateOf(item: Item): FrameRate | undefined {
  if (item.media?.type !== "video" || item.media.variableFrameRate === true) {
    return undefined;
  }
  return readFrameRate(item.media.frameRate ?? String(item.media.framesPerSecond));
}

export function VideoViewer({ item }: { item: Item }) {
  const frames = item.media?.type === "video" ? item.media.frameCount : undefined;
  return (
    <Stage item={item.id}>
      {(url) => <Film key={url} url={url} title={item.title} rate={rateOf(item)} frames={frames} />}
    </Stage>
  );
}

interface FilmProps {
  url: string;
  title: string;
  /** Undefined where frames have no common length. */
  rate: FrameRate | undefined;
  frames: number | undefined;
}

function Film({ url, title, rate, frames }: FilmProps) {
  const video = useRef<HTMLVideoElement>(null);
  const [frame, setFrame] = useState(0);
  const [isBroken, setIsBroken] = useState(false);

  function step(by: number) {
    if (video.current !== null && rate !== undefined) {
      const last = frames === undefined ? Infinity : frames - 1;
      video.current.pause();
      video.current.currentTime = timeOf(
        Math.min(last, Math.max(0, frameAt(video.current.currentTime, rate) + by)),
        rate,
      );
    }
  }

  useHotkeys([
    [",", () => step(-1)],
    [".", () => step(1)],
  ]);

  if (isBroken) {
    return <Unshowable url={url} />;
  }
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- customers' recordings have none */}
      <video
        ref={video}
        src={url}
        controls
        preload="metadata"
        aria-label={title}
        onTimeUpdate={(event) => rate !== undefined && setFrame(frameAt(event.currentTarget.currentTime, rate))}
        onError={() => setIsBroken(true)}
      />
      {rate !== undefined && (
        <Group gap="xs" p={4}>
          <Tooltip label="One frame back (,)">
            <ActionIcon aria-label="One frame back" onClick={() => step(-1)}>
              <StepBack size={16} />
            </ActionIcon>
          </Tooltip>
          <Text size="sm" role="status" style={{ fontVariantNumeric: "tabular-nums" }}>
            Frame {count(frame)}
            {frames === undefined ? "" : ` of ${count(frames)}`}
          </Text>
          <Tooltip label="One frame on (.)">
            <ActionIcon aria-label="One frame on" onClick={() => step(1)}>
              <StepForward size={16} />
            </ActionIcon>
          </Tooltip>
        </Group>
      )}
    </>
  );
}
