import {
  AudioLines,
  Box,
  FileText,
  FileType,
  Film,
  Image,
  Images,
  LayoutTemplate,
  type LucideIcon,
  ScanLine,
  Scan,
  Clapperboard,
} from "lucide-react";
import type { ItemKind } from "../api/names";

interface KindLook {
  label: string;
  plural: string;
  icon: LucideIcon;
}

/** How people call the kinds of items. */
export const KINDS: Record<ItemKind, KindLook> = {
  image: { label: "Image", plural: "images", icon: Image },
  group: { label: "Data group", plural: "data groups", icon: LayoutTemplate },
  imageGroup: { label: "Image group", plural: "image groups", icon: Images },
  imageSequence: { label: "Image sequence", plural: "image sequences", icon: Clapperboard },
  video: { label: "Video", plural: "videos", icon: Film },
  audio: { label: "Audio", plural: "audio files", icon: AudioLines },
  pdf: { label: "PDF", plural: "PDFs", icon: FileType },
  plainText: { label: "Text", plural: "texts", icon: FileText },
  dicomSeries: { label: "DICOM series", plural: "DICOM series", icon: ScanLine },
  dicomFile: { label: "DICOM file", plural: "DICOM files", icon: Scan },
  nifti: { label: "NIfTI", plural: "NIfTI volumes", icon: Box },
};

export const KIND_NAMES = Object.keys(KINDS) as ItemKind[];

export function isKind(text: unknown): text is ItemKind {
  return typeof text === "string" && Object.hasOwn(KINDS, text);
}
