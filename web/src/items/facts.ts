import type { MediaDescription } from "../api/names";
import { count, counted, duration, size } from "../app/figures";

export type Fact = [name: string, value: string];

/** What is known of an object's media, in words. */
export function factsOf(media: MediaDescription): Fact[] {
  return [["Type", media.mimeType], ["Size", size(media.bytes)], ...ownFacts(media)];
}

function ownFacts(media: MediaDescription): Fact[] {
  switch (media.type) {
    case "image":
      return [["Dimensions", pixels(media.width, media.height)]];
    case "video":
      return videoFacts(media);
    case "audio":
      return [
        ["Duration", duration(media.durationSeconds)],
        ["Sample rate", `${count(media.sampleRate)} Hz`],
        ["Channels", String(media.channels)],
        ["Codec", media.bitDepth === 0 ? media.codec : `${media.codec}, ${media.bitDepth} bit`],
      ];
    case "pdf":
      return [["Pages", count(media.pages)]];
    case "text":
      return media.charset === undefined ? [] : [["Characters", media.charset]];
    case "dicom":
      return [["Elements", count(Object.keys(media.tags).length)]];
    case "dicomSeries":
      return [
        ["Files", `${counted(media.files, "file")}, ${counted(media.frames, "frame")}`],
        ["Dimensions", pixels(media.columns, media.rows)],
        ["Modality", media.modality ?? "unknown"],
        ["Study", media.studyUid],
        ["Series", media.seriesUid],
      ];
    case "nifti":
      return [
        ["Voxels", media.dimensions.join(" × ")],
        ["Voxel size", `${media.voxelSizes.join(" × ")} ${media.spaceUnit ?? ""}`.trim()],
        ["Data", media.dataType],
      ];
  }
}

function pixels(width: number, height: number): string {
  return `${count(width)} × ${count(height)}`;
}

type Video = Extract<MediaDescription, { type: "video" }>;

function videoFacts(video: Video): Fact[] {
  const facts: (Fact | undefined)[] = [
    ["Dimensions", pixels(video.width, video.height)],
    ["Duration", duration(video.durationSeconds)],
    ["Frame rate", frameRate(video)],
    video.frameCount === undefined ? undefined : ["Frames", count(video.frameCount)],
    video.codec === undefined ? undefined : ["Codec", video.codec],
    video.hasAudio === undefined ? undefined : ["Sound", video.hasAudio ? "yes" : "no"],
  ];
  return facts.filter((fact) => fact !== undefined);
}

function frameRate(video: Video): string {
  const rounded = Number(video.framesPerSecond.toFixed(3));
  const exact =
    video.frameRate?.includes("/") === true && !video.frameRate.endsWith("/1") ? ` (${video.frameRate})` : "";
  return `${rounded}${exact}${video.variableFrameRate === true ? ", variable" : ""}`;
}
