import { useQuery, queryOptions } from "@tanstack/react-query";
import type { MouseEvent } from "react";
import { objectBytes } from "./objectBytes";
import classes from "./Waveform.module.css";
import { loudness } from "./waveformParts";

const PARTS = 240;
const HEIGHT = 100;
const DECODED_RATE = 8000;

function loudnessQuery(url: string) {
  return queryOptions({
    queryKey: ["loudness", url],
    queryFn: async ({ signal }) => {
      const sound = await new OfflineAudioContext(1, 1, DECODED_RATE).decodeAudioData(await objectBytes(url, signal));
      const channels = Array.from({ length: sound.numberOfChannels }, (_, channel) => sound.getChannelData(channel));
      return loudness(channels, PARTS);
    },
    staleTime: Infinity,
    gcTime: 60_000,
    retry: false,
  });
}

interface WaveformProps {
  url: string;
  /** How much of it was played, from 0 to 1. */
  played: number;
  onSeek: (share: number) => void;
}

/** How loud a recording is from its beginning to its end; nothing where it cannot be decoded. The player beside it is for who has no pointer. */
export function Waveform({ url, played, onSeek }: WaveformProps) {
  const parts = useQuery(loudnessQuery(url)).data;

  function seek(event: MouseEvent<SVGElement>) {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    onSeek((event.clientX - left) / width);
  }

  return (
    <svg
      className={classes["wave"]}
      viewBox={`0 0 ${PARTS} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden
      data-ready={parts !== undefined}
      onClick={seek}
    >
      {parts?.map((loud, part) => {
        const height = Math.max(1, loud * HEIGHT);
        return (
          <rect
            // oxlint-disable-next-line react/no-array-index-key -- parts have no other name than their place
            key={part}
            x={part + 0.1}
            y={(HEIGHT - height) / 2}
            width={0.8}
            height={height}
            data-played={(part + 0.5) / PARTS <= played}
          />
        );
      })}
    </svg>
  );
}
