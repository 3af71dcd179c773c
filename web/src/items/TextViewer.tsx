import { Text } from "@mantine/core";
import { queryOptions, useQuery } from "@tanstack/react-query";
import type { Item } from "../api/names";
import { size } from "../app/figures";
import { Waiting } from "../app/Waiting";
import { objectBytes } from "./objectBytes";
import { Stage } from "./Stage";
import { Unshowable } from "./Unshowable";

const SHOWN_BYTES = 256 * 1024;

function beginningQuery(item: Item, url: string) {
  return queryOptions({
    queryKey: ["items", item.id, "beginning"],
    queryFn: async ({ signal }) => {
      const bytes = await objectBytes(url, signal, SHOWN_BYTES);
      const charset = item.media?.type === "text" ? item.media.charset : undefined;
      return new TextDecoder(charset ?? "utf-8").decode(bytes.slice(0, SHOWN_BYTES));
    },
    staleTime: Infinity,
    retry: false,
  });
}

/** The beginning of a text. */
export function TextViewer({ item }: { item: Item }) {
  return <Stage item={item.id}>{(url) => <Beginning item={item} url={url} />}</Stage>;
}

function Beginning({ item, url }: { item: Item; url: string }) {
  const text = useQuery(beginningQuery(item, url));
  if (text.isError) {
    return <Unshowable url={url} />;
  }
  if (text.data === undefined) {
    return <Waiting />;
  }
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls */}
      <pre tabIndex={0} aria-label={item.title}>
        {text.data}
      </pre>
      {(item.media?.bytes ?? 0) > SHOWN_BYTES && (
        <Text size="xs" c="dimmed" p={4}>
          The first {size(SHOWN_BYTES)}.
        </Text>
      )}
    </>
  );
}
