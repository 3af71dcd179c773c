import { useState } from "react";
import type { ItemKind } from "../api/names";
import { KINDS } from "./kinds";

const SIZE = 320;

interface ThumbnailProps {
  item: { id: string; kind: ItemKind };
  /** Of a video, which is shown; otherwise it is one near the start. */
  frame?: number | undefined;
}

/** A small picture of an item, or the sign of its kind where there is none. */
export function Thumbnail({ item, frame }: ThumbnailProps) {
  const [isMissing, setIsMissing] = useState(false);
  const Icon = KINDS[item.kind].icon;
  if (isMissing) {
    return <Icon size={36} strokeWidth={1.25} aria-hidden />;
  }
  return (
    <img
      src={`/api/v1/items/${item.id}/thumbnail?size=${SIZE}${frame === undefined ? "" : `&frame=${frame}`}`}
      alt=""
      loading="lazy"
      decoding="async"
      onError={() => setIsMissing(true)}
    />
  );
}
