/** A frame rate as an exact fraction: frames in so many seconds. */
export interface FrameRate {
  frames: number;
  seconds: number;
}

/** "30000/1001" or "25"; undefined for what is no rate. */
export function readFrameRate(text: string): FrameRate | undefined {
  const [frames, seconds = 1] = text.split("/").map(Number);
  return frames !== undefined && frames > 0 && seconds > 0 ? { frames, seconds } : undefined;
}

/** The middle of a frame: wherever a browser rounds to, it shows that frame. */
export function timeOf(frame: number, rate: FrameRate): number {
  return ((frame + 0.5) * rate.seconds) / rate.frames;
}

/** The frame that has a timestamp. Containers round timestamps, some of them to milliseconds. */
export function frameOf(timestamp: number, rate: FrameRate): number {
  return Math.max(0, Math.round((timestamp * rate.frames) / rate.seconds));
}

/** The frame that is shown at a time. Times that browsers report lie up to a microsecond before their frame. */
export function frameAt(time: number, rate: FrameRate): number {
  return Math.max(0, Math.floor((time * rate.frames) / rate.seconds + 1e-4));
}
