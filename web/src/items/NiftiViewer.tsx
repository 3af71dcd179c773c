import { Niivue, SLICE_TYPE } from "@niivue/niivue";
import { SegmentedControl, Stack } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { Waiting } from "../app/Waiting";
import classes from "./Stage.module.css";
import { Unshowable } from "./Unshowable";

const VIEWS = {
  all: { label: "All", type: SLICE_TYPE.MULTIPLANAR },
  axial: { label: "Axial", type: SLICE_TYPE.AXIAL },
  coronal: { label: "Coronal", type: SLICE_TYPE.CORONAL },
  sagittal: { label: "Sagittal", type: SLICE_TYPE.SAGITTAL },
  render: { label: "3D", type: SLICE_TYPE.RENDER },
};

type View = keyof typeof VIEWS;

interface NiftiViewerProps {
  url: string;
  title: string;
  /** As the object is called, since its ending tells whether it is compressed. */
  fileName: string;
}

/** A volume in slices along its axes, and in space. */
export function NiftiViewer({ url, title, fileName }: NiftiViewerProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [viewer, setViewer] = useState<Niivue>();
  const [view, setView] = useState<View>("all");
  const [isBroken, setIsBroken] = useState(false);

  useEffect(() => {
    const shown = new Niivue({
      backColor: [0, 0, 0, 1],
      show3Dcrosshair: true,
      crosshairWidth: 0.3,
      logLevel: "silent",
    });
    let isGone = false;
    open(shown, canvas.current, url, fileName)
      .then(() => isGone || setViewer(shown))
      .catch(() => isGone || setIsBroken(true));
    return () => {
      isGone = true;
      shown.cleanup();
    };
  }, [url, fileName]);

  if (isBroken) {
    return <Unshowable url={url} />;
  }
  return (
    <Stack gap="xs" w="100%">
      <div className={classes["volume"]}>
        <canvas ref={canvas} role="img" aria-label={title} />
        {viewer === undefined && <Waiting />}
      </div>
      <SegmentedControl
        size="xs"
        aria-label="View"
        disabled={viewer === undefined}
        data={Object.entries(VIEWS).map(([value, { label }]) => ({ value, label }))}
        value={view}
        onChange={(chosen) => {
          setView(chosen as View);
          viewer?.setSliceType(VIEWS[chosen as View].type);
        }}
      />
    </Stack>
  );
}

async function open(viewer: Niivue, canvas: HTMLCanvasElement | null, url: string, name: string): Promise<void> {
  if (canvas === null || document.createElement("canvas").getContext("webgl2") === null) {
    throw new Error("This browser draws nothing in space.");
  }
  await viewer.attachToCanvas(canvas);
  await viewer.loadVolumes([{ url, name }]);
}
