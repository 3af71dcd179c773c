import { useState } from "react";
import { Stage } from "./Stage";
import { Unshowable } from "./Unshowable";

export function ImageViewer({ item }: { item: { id: string; title: string } }) {
  return <Stage item={item.id}>{(url) => <Picture key={url} url={url} title={item.title} />}</Stage>;
}

function Picture({ url, title }: { url: string; title: string }) {
  const [isBroken, setIsBroken] = useState(false);
  return isBroken ? <Unshowable url={url} /> : <img src={url} alt={title} onError={() => setIsBroken(true)} />;
}
