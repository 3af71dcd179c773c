import { type FrameRate, frameAt } from "./frames";

/** The frames of a video that its metadata singles out, in order; by their numbers, or by the seconds at which they are shown. */
export function keyFramesOf(metadata: Record<string, unknown>, rate: FrameRate, last: number): number[] {
  const told = objectOf(metadata["$encord"]);
  const isBySeconds = objectOf(told["config"])["keyframe_mode"] === "seconds";
  const frames = Object.keys(objectOf(told["frames"]))
    .map(Number)
    .filter((place) => Number.isFinite(place) && place >= 0)
    .map((place) => (isBySeconds ? Math.min(last, frameAt(place, rate)) : place))
    .filter((frame) => Number.isInteger(frame) && frame <= last);
  return [...new Set(frames)].sort((one, other) => one - other);
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
