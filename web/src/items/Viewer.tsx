import type { Item } from "../api/names";
import { AudioViewer } from "./AudioViewer";
import { Filmstrip } from "./Filmstrip";
import { ImageViewer } from "./ImageViewer";
import { MemberList } from "./MemberList";
import { NoViewer } from "./NoViewer";
import { TextViewer } from "./TextViewer";
import { VideoViewer } from "./VideoViewer";

/** An item as it looks or sounds. */
export function Viewer({ item }: { item: Item }) {
  switch (item.kind) {
    case "image":
      return <ImageViewer item={item} />;
    case "imageGroup":
      return <Filmstrip members={item.members} />;
    case "video":
    case "imageSequence":
      return <VideoViewer item={item} />;
    case "audio":
      return <AudioViewer item={item} />;
    case "plainText":
      return <TextViewer item={item} />;
    case "pdf":
    case "dicomFile":
    case "nifti":
      return <NoViewer item={item} />;
    case "dicomSeries":
    case "group":
      return <MemberList members={item.members} />;
  }
}
