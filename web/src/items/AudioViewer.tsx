import { useState } from "react";
import type { Item } from "../api/names";
import { Stage } from "./Stage";
import { Unshowable } from "./Unshowable";

export function AudioViewer({ item }: { item: Item }) {
  return <Stage item={item.id}>{(url) => <Sound key={url} url={url} title={item.title} />}</Stage>;
}

function Sound({ url, title }: { url: string; title: string }) {
  const [isBroken, setIsBroken] = useState(false);
  if (isBroken) {
    return <Unshowable url={url} />;
  }
  // oxlint-disable-next-line jsx-a11y/media-has-caption -- transcripts are metadata, where there are any
  return <audio controls preload="metadata" src={url} aria-label={title} onError={() => setIsBroken(true)} />;
}
