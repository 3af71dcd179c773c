import { Checkbox, Group, Stack, Text } from "@mantine/core";
import type { FacetCounts } from "../api/names";
import { count } from "../app/figures";
import { isKind, KINDS } from "../files/kinds";
import type { ExploreSearch } from "./exploreSearch";

interface FacetPanelProps {
  facets: FacetCounts[];
  search: ExploreSearch;
  onToggle: (field: string, value: string) => void;
}

/** How many of the items that were found have which value; each value can be asked for. */
export function FacetPanel({ facets, search, onToggle }: FacetPanelProps) {
  return facets
    .filter((facet) => facet.type === "terms")
    .filter(({ terms, field }) => terms.length > 0 || search.only?.[field] !== undefined)
    .map((facet) => (
      <Stack key={facet.field} gap={6} role="group" aria-label={nameOf(facet.field)}>
        <Text size="sm" fw={600}>
          {nameOf(facet.field)}
        </Text>
        {valuesOf(facet, search).map(([value, items]) => (
          <Group key={value} justify="space-between" wrap="nowrap" gap="xs">
            <Checkbox
              size="xs"
              label={facet.field === "kind" && isKind(value) ? KINDS[value].label : value}
              checked={search.only?.[facet.field]?.includes(value) ?? false}
              onChange={() => onToggle(facet.field, value)}
            />
            <Text size="xs" c="dimmed">
              {count(items)}
            </Text>
          </Group>
        ))}
      </Stack>
    ));
}

function nameOf(field: string): string {
  return field === "kind" ? "Kind" : field.replace(/^metadata\./, "");
}

/** Those that were found, and those that are asked for although nothing has them. */
function valuesOf(facet: Extract<FacetCounts, { type: "terms" }>, search: ExploreSearch): [string, number][] {
  const found = facet.terms.map((term): [string, number] => [String(term.value), term.count]);
  const asked = (search.only?.[facet.field] ?? []).filter((value) => !found.some(([other]) => other === value));
  return [...found, ...asked.map((value): [string, number] => [value, 0])];
}
