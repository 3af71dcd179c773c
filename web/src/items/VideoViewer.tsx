import { useDebouncedCallback, useHotkeys } from "@mantine/hooks";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Item } from "../api/names";
import { FrameLine } from "./FrameLine";
import { type FrameRate, frameOf, readFrameRate, timeOf } from "./frames";
import { keyFramesOf } from "./keyFrames";
import { Stage } from "./Stage";
import { Unshowable } from "./Unshowable";

const route = getRouteApi("/inside/items/$itemId");

/** The address follows whoever goes from frame to frame when they pause, in milliseconds. */
const PAUSE = 400;

function rateOf(item: Item): FrameRate | undefined {
  if (item.media?.type !== "video" || item.media.variableFrameRate === true) {
    return undefined;
  }
  return readFrameRate(item.media.frameRate ?? String(item.media.framesPerSecond));
}

export function VideoViewer({ item }: { item: Item }) {
  const frames = item.media?.type === "video" ? item.media.frameCount : undefined;
  const rate = useMemo(() => rateOf(item), [item]);
  const keyFrames = useMemo(
    () => (rate === undefined ? [] : keyFramesOf(item.clientMetadata, rate, (frames ?? Infinity) - 1)),
    [item, rate, frames],
  );
  return (
    <Stage item={item.id}>
      {(url) => <Film key={url} url={url} title={item.title} rate={rate} frames={frames} keyFrames={keyFrames} />}
    </Stage>
  );
}

interface FilmProps {
  url: string;
  title: string;
  /** Undefined where frames have no common length. */
  rate: FrameRate | undefined;
  frames: number | undefined;
  keyFrames: number[];
}

function Film({ url, title, rate, frames, keyFrames }: FilmProps) {
  const video = useRef<HTMLVideoElement>(null);
  const [frame, setFrame] = useState(0);
  const [isBroken, setIsBroken] = useState(false);

  const { frame: wanted } = route.useSearch();
  const navigate = route.useNavigate();
  const tell = useDebouncedCallback(
    (shown: number) => void navigate({ search: { frame: shown }, replace: true }),
    PAUSE,
  );

  useEffect(() => {
    if (video.current !== null && rate !== undefined && wanted !== undefined) {
      video.current.currentTime = timeOf(wanted, rate);
      setFrame(wanted);
    }
  }, [wanted, rate]);

  useEffect(() => {
    const shown = video.current;
    return shown === null || rate === undefined ? undefined : watch(shown, rate, setFrame);
  }, [rate]);

  function show(wished: number) {
    if (video.current !== null && rate !== undefined) {
      const last = frames === undefined ? Infinity : frames - 1;
      const next = Math.min(last, Math.max(0, wished));
      video.current.pause();
      video.current.currentTime = timeOf(next, rate);
      setFrame(next);
      tell(next);
    }
  }

  useHotkeys([
    [",", () => show(frame - 1)],
    [".", () => show(frame + 1)],
  ]);

  if (isBroken) {
    return <Unshowable url={url} />;
  }
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- customers' recordings have none */}
      <video ref={video} src={url} controls preload="metadata" aria-label={title} onError={() => setIsBroken(true)} />
      {rate !== undefined && <FrameLine frame={frame} frames={frames} keyFrames={keyFrames} onFrame={show} />}
    </>
  );
}

/** Tells each frame when it is drawn, by its own timestamp. Returns what ends that. */
function watch(video: HTMLVideoElement, rate: FrameRate, onFrame: (frame: number) => void): () => void {
  let next = 0;
  function drawn(_now: number, { mediaTime }: VideoFrameCallbackMetadata) {
    onFrame(frameOf(mediaTime, rate));
    next = video.requestVideoFrameCallback(drawn);
  }
  next = video.requestVideoFrameCallback(drawn);
  return () => video.cancelVideoFrameCallback(next);
}
