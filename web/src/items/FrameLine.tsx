import { ActionIcon, Group, Text, Tooltip } from "@mantine/core";
import { Flag, StepBack, StepForward } from "lucide-react";
import type { MouseEvent } from "react";
import { count } from "../app/figures";
import classes from "./FrameLine.module.css";

interface FrameLineProps {
  frame: number;
  /** How many there are; undefined where nobody counted. */
  frames: number | undefined;
  keyFrames: number[];
  onFrame: (frame: number) => void;
}

/** Where a video is, frame by frame, with its key frames on the time line. */
export function FrameLine({ frame, frames, keyFrames, onFrame }: FrameLineProps) {
  const before = keyFrames.findLast((key) => key < frame);
  const after = keyFrames.find((key) => key > frame);
  return (
    <>
      {frames !== undefined && keyFrames.length > 0 && (
        <TimeLine frame={frame} frames={frames} keyFrames={keyFrames} onFrame={onFrame} />
      )}
      <Group gap="xs" p={4}>
        {keyFrames.length > 0 && <KeyFrameButton name="Key frame before" to={before} onFrame={onFrame} />}
        <Tooltip label="One frame back (,)">
          <ActionIcon aria-label="One frame back" onClick={() => onFrame(frame - 1)}>
            <StepBack size={16} />
          </ActionIcon>
        </Tooltip>
        <Text size="sm" role="status" style={{ fontVariantNumeric: "tabular-nums" }}>
          Frame {count(frame)}
          {frames === undefined ? "" : ` of ${count(frames)}`}
        </Text>
        <Tooltip label="One frame on (.)">
          <ActionIcon aria-label="One frame on" onClick={() => onFrame(frame + 1)}>
            <StepForward size={16} />
          </ActionIcon>
        </Tooltip>
        {keyFrames.length > 0 && <KeyFrameButton name="Next key frame" to={after} onFrame={onFrame} />}
      </Group>
    </>
  );
}

interface KeyFrameButtonProps {
  name: string;
  to: number | undefined;
  onFrame: (frame: number) => void;
}

function KeyFrameButton({ name, to, onFrame }: KeyFrameButtonProps) {
  return (
    <Tooltip label={name}>
      <ActionIcon aria-label={name} disabled={to === undefined} onClick={() => to !== undefined && onFrame(to)}>
        <Flag size={15} />
      </ActionIcon>
    </Tooltip>
  );
}

/** A line for each key frame. The buttons below it are for who has no pointer. */
function TimeLine({ frame, frames, keyFrames, onFrame }: FrameLineProps & { frames: number }) {
  function seek(event: MouseEvent<SVGElement>) {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const wished = ((event.clientX - left) / width) * frames;
    onFrame(keyFrames.reduce((best, key) => (Math.abs(key - wished) < Math.abs(best - wished) ? key : best)));
  }

  return (
    <svg
      className={classes["line"]}
      viewBox={`0 0 ${frames} 1`}
      preserveAspectRatio="none"
      data-key-frames={keyFrames.length}
      aria-hidden
      onClick={seek}
    >
      {keyFrames.map((key) => (
        <line key={key} x1={key + 0.5} x2={key + 0.5} y1={0} y2={1} data-shown={key === frame} />
      ))}
      <line className={classes["place"]} x1={frame + 0.5} x2={frame + 0.5} y1={0} y2={1} />
    </svg>
  );
}
