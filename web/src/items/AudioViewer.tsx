import { useRef, useState } from "react";
import type { Item } from "../api/names";
import { Stage } from "./Stage";
import { Unshowable } from "./Unshowable";
import { Waveform } from "./Waveform";

/** A recording is decoded as a whole to be drawn; larger ones are played only. */
const DRAWN_BYTES = 64 * 1024 * 1024;
const DRAWN_SECONDS = 3600;

function isDrawn({ media }: Item): boolean {
  return media?.type === "audio" && media.bytes <= DRAWN_BYTES && media.durationSeconds <= DRAWN_SECONDS;
}

export function AudioViewer({ item }: { item: Item }) {
  return (
    <Stage item={item.id}>{(url) => <Sound key={url} url={url} title={item.title} isDrawn={isDrawn(item)} />}</Stage>
  );
}

function Sound({ url, title, isDrawn: hasWaveform }: { url: string; title: string; isDrawn: boolean }) {
  const audio = useRef<HTMLAudioElement>(null);
  const [played, setPlayed] = useState(0);
  const [isBroken, setIsBroken] = useState(false);
  if (isBroken) {
    return <Unshowable url={url} />;
  }

  function seek(share: number) {
    if (audio.current !== null && Number.isFinite(audio.current.duration)) {
      audio.current.currentTime = share * audio.current.duration;
    }
  }

  return (
    <>
      {hasWaveform && <Waveform url={url} played={played} onSeek={seek} />}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- transcripts are metadata, where there are any */}
      <audio
        ref={audio}
        controls
        preload="metadata"
        src={url}
        aria-label={title}
        onTimeUpdate={({ currentTarget: { currentTime, duration } }) => setPlayed(currentTime / duration)}
        onError={() => setIsBroken(true)}
      />
    </>
  );
}
