import { useState } from "react";
import type { ItemKind } from "../api/names";
import { KINDS } from "./kinds";

const SIZE = 320;

/** A small picture of an item, or the sign of its kind where there is none. */
export function Thumbnail({ item }: { item: { id: string; kind: ItemKind } }) {
  const [isMissing, setIsMissing] = useState(false);
  const Icon = KINDS[item.kind].icon;
  if (isMissing) {
    return <Icon size={36} strokeWidth={1.25} aria-hidden />;
  }
  return (
    <img
      src={`/api/v1/items/${item.id}/thumbnail?size=${SIZE}`}
      alt=""
      loading="lazy"
      decoding="async"
      onError={() => setIsMissing(true)}
    />
  );
}
