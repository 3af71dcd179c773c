import { lazy, Suspense } from "react";
import type { Item } from "../api/names";
import { Waiting } from "../app/Waiting";
import { Stage } from "./Stage";

const Pdf = lazy(async () => ({ default: (await import("./PdfViewer")).PdfViewer }));
const Dicom = lazy(async () => ({ default: (await import("./DicomViewer")).DicomViewer }));
const Nifti = lazy(async () => ({ default: (await import("./NiftiViewer")).NiftiViewer }));

export function PdfStage({ item }: { item: Item }) {
  return (
    <Stage item={item.id}>
      {(url) => (
        <Suspense fallback={<Waiting />}>
          <Pdf key={url} url={url} title={item.title} />
        </Suspense>
      )}
    </Stage>
  );
}

export function NiftiStage({ item }: { item: Item }) {
  return (
    <Stage item={item.id}>
      {(url) => (
        <Suspense fallback={<Waiting />}>
          <Nifti key={url} url={url} title={item.title} fileName={fileNameOf(item)} />
        </Suspense>
      )}
    </Stage>
  );
}

/** A file by itself, or the files of a series that can be looked at. */
export function DicomStage({ item }: { item: Item }) {
  const files =
    item.kind === "dicomFile" ? [item.id] : item.members.map(({ itemId }) => itemId).filter((id) => id !== null);
  return (
    <Suspense fallback={<Waiting />}>
      <Dicom files={files} title={item.title} />
    </Suspense>
  );
}

/** What an object is called where it lies. */
function fileNameOf({ objectUrl, title }: Item): string {
  return (objectUrl ?? title).split(/[?#]/)[0]?.split("/").at(-1) ?? title;
}
