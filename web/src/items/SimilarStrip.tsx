import { Anchor, Group, Stack, Title } from "@mantine/core";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { answered, api } from "../api/client";
import type { Item } from "../api/names";
import { similarOf } from "../explore/similarity";
import { ItemTile } from "../files/ItemTile";
import { schemaQuery } from "../schema/schema";
import classes from "./SimilarStrip.module.css";

const SHOWN = 8;

function similarQuery(item: string, field: string) {
  const similar = similarOf({ field, like: [item] });
  return queryOptions({
    queryKey: ["items", "like", item, field],
    queryFn: async () => (await answered(api.POST("/api/v1/search", { body: { similar, limit: SHOWN + 1 } }))).results,
    retry: false,
  });
}

/** What is most like an item, by each embedding that it has. */
export function SimilarStrip({ item }: { item: Item }) {
  const fields = useQuery(schemaQuery).data?.fields ?? {};
  return Object.entries(fields)
    .filter(([key, { ty }]) => ty === "embedding" && item.clientMetadata[key] !== undefined)
    .map(([key]) => <Strip key={key} item={item.id} embedding={key} />);
}

function Strip({ item, embedding }: { item: string; embedding: string }) {
  const field = `metadata.${embedding}`;
  const found = (useQuery(similarQuery(item, field)).data ?? []).filter(({ id }) => id !== item).slice(0, SHOWN);
  return found.length === 0 ? null : (
    <Stack gap="xs" component="section" aria-label={`Similar by ${embedding}`}>
      <Group justify="space-between">
        <Title order={2}>Similar by {embedding}</Title>
        <Anchor
          component={Link}
          to={`/explore?similar=${encodeURIComponent(JSON.stringify({ field, like: [item] }))}`}
          size="sm"
        >
          All of them
        </Anchor>
      </Group>
      <div className={classes["strip"]}>
        {found.map(({ id, kind, title, objectUrl, media, frame }) => (
          <div key={`${id}:${frame}`} className={classes["cell"]}>
            <ItemTile item={{ id, kind, title, objectUrl, frame, bytes: media?.bytes ?? null }} />
          </div>
        ))}
      </div>
    </Stack>
  );
}
