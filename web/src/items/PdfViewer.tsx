import { ActionIcon, Group, NumberInput, Text, Tooltip, VisuallyHidden } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy, RenderingCancelledException } from "pdfjs-dist";
import { useEffect, useRef, useState } from "react";
import { count } from "../app/figures";
import { Waiting } from "../app/Waiting";
import classes from "./Stage.module.css";
import { Unshowable } from "./Unshowable";

GlobalWorkerOptions.workerPort = new Worker(new URL("pdfjs-dist/build/pdf.worker.min.mjs", import.meta.url), {
  type: "module",
});

/** Read in pieces where the storage gives pieces. */
function documentQuery(url: string) {
  return queryOptions({
    queryKey: ["pdf", url],
    queryFn: () => getDocument({ url, isEvalSupported: false }).promise,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    structuralSharing: false,
  });
}

/** A document page by page. */
export function PdfViewer({ url, title }: { url: string; title: string }) {
  const [page, setPage] = useState(1);
  const { ref, width } = useElementSize();
  const pages = useQuery(documentQuery(url));
  if (pages.isError) {
    return <Unshowable url={url} />;
  }
  if (pages.data === undefined) {
    return <Waiting />;
  }
  const last = pages.data.numPages;
  return (
    <>
      <div ref={ref} className={classes["paper"]} role="region" aria-label="Pages" tabIndex={0}>
        {width > 0 && <Page pages={pages.data} number={page} width={width} title={title} />}
      </div>
      <Group gap="xs" p={4}>
        <Tooltip label="Page before">
          <ActionIcon aria-label="Page before" disabled={page <= 1} onClick={() => setPage(page - 1)}>
            <ChevronLeft size={16} />
          </ActionIcon>
        </Tooltip>
        <NumberInput
          size="xs"
          w={64}
          hideControls
          aria-label="Page"
          min={1}
          max={last}
          value={page}
          onChange={(wished) => typeof wished === "number" && wished >= 1 && wished <= last && setPage(wished)}
        />
        <Text size="sm">of {count(last)}</Text>
        <Tooltip label="Next page">
          <ActionIcon aria-label="Next page" disabled={page >= last} onClick={() => setPage(page + 1)}>
            <ChevronRight size={16} />
          </ActionIcon>
        </Tooltip>
      </Group>
    </>
  );
}

interface PageProps {
  pages: PDFDocumentProxy;
  number: number;
  width: number;
  title: string;
}

/** A page as wide as there is room, with its words for those who do not see it. */
function Page({ pages, number, width, title }: PageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [words, setWords] = useState("");

  useEffect(() => {
    let stop: () => void = () => undefined;
    let isGone = false;
    async function draw() {
      const page = await pages.getPage(number);
      if (isGone || canvas.current === null) {
        return;
      }
      const viewport = page.getViewport({
        scale: (width / page.getViewport({ scale: 1 }).width) * globalThis.devicePixelRatio,
      });
      canvas.current.width = viewport.width;
      canvas.current.height = viewport.height;
      const drawing = page.render({ canvas: canvas.current, viewport });
      stop = () => drawing.cancel();
      await drawing.promise;
      const { items } = await page.getTextContent();
      setWords(items.map((item) => ("str" in item ? item.str : "")).join(" "));
    }
    draw().catch((error: unknown) => {
      if (!(error instanceof RenderingCancelledException)) {
        setWords("This page cannot be drawn.");
      }
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [pages, number, width]);

  return (
    <>
      <canvas ref={canvas} role="img" aria-label={`${title}, page ${number}`} style={{ width }} />
      <VisuallyHidden>{words}</VisuallyHidden>
    </>
  );
}
