import { Anchor, Stack, Text, Title } from "@mantine/core";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { answered, api } from "../api/client";
import type { ItemUse } from "../api/names";

function usesQuery(item: string) {
  return queryOptions({
    queryKey: ["items", item, "uses"],
    queryFn: async () => (await answered(api.GET("/api/v1/items/{id}/uses", { params: { path: { id: item } } }))).uses,
  });
}

const PLACES: Record<ItemUse["by"], { name: string; path: (id: string) => string }> = {
  dataset: { name: "Dataset", path: (id) => `/datasets/${id}` },
  collection: { name: "Collection", path: (id) => `/explore?collection=${id}` },
  group: { name: "Group", path: (id) => `/items/${id}` },
};

/** The datasets, collections and groups that have an item; nothing where none has. */
export function Uses({ item }: { item: string }) {
  const uses = useQuery(usesQuery(item)).data ?? [];
  return uses.length === 0 ? null : (
    <Stack gap="xs">
      <Title order={2}>Part of</Title>
      <Stack component="ul" gap={2} m={0} p={0} style={{ listStyle: "none" }}>
        {uses.map(({ by, id, title }) => (
          <Text key={id} component="li" size="sm" truncate>
            {PLACES[by].name}{" "}
            <Anchor component={Link} to={PLACES[by].path(id)} size="sm">
              {title}
            </Anchor>
          </Text>
        ))}
      </Stack>
    </Stack>
  );
}
