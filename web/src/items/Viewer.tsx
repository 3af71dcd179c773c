import type { Item } from "../api/names";
import { AudioViewer } from "./AudioViewer";
import { Filmstrip } from "./Filmstrip";
import { ImageViewer } from "./ImageViewer";
import { DicomStage, NiftiStage, PdfStage } from "./LazyViewers";
import { MemberList } from "./MemberList";
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
      return <PdfStage item={item} />;
    case "nifti":
      return <NiftiStage item={item} />;
    case "dicomFile":
      return <DicomStage item={item} />;
    case "dicomSeries":
      return (
        <>
          <DicomStage item={item} />
          <MemberList members={item.members} />
        </>
      );
    case "group":
      return <MemberList members={item.members} />;
  }
}
