import { Stack, Text } from "@mantine/core";
import type { FacetCounts } from "../api/names";
import { count } from "../app/figures";
import { type Condition, toggled, type Value, valuesOf } from "./conditions";
import { valueWords } from "./conditionWords";
import { CountedChoice } from "./CountedChoice";

type Terms = Extract<FacetCounts, { type: "terms" }>;

interface TermsFilterProps {
  field: string;
  terms: Terms | undefined;
  condition: Condition | undefined;
  onAsk: (condition: Condition | undefined) => void;
}

/** Values with how many items have them; each can be asked for. */
export function TermsFilter({ field, terms, condition, onAsk }: TermsFilterProps) {
  const chosen = valuesOf(condition);
  const shown = withChosen(terms, chosen);
  const others = (terms?.values ?? 0) - (terms?.terms.length ?? 0);
  return (
    <Stack gap={6}>
      {shown.map(([value, items]) => (
        <CountedChoice
          key={String(value)}
          label={valueWords(field, value)}
          count={items}
          isChosen={chosen.includes(value)}
          onToggle={() => onAsk(toggled(condition, value))}
        />
      ))}
      {terms !== undefined && shown.length === 0 && (
        <Text size="xs" c="dimmed">
          No item has one.
        </Text>
      )}
      {others > 0 && (
        <Text size="xs" c="dimmed">
          and {count(others)} more
        </Text>
      )}
    </Stack>
  );
}

/** Those that were found, and those that are asked for although nothing has them. */
function withChosen(terms: Terms | undefined, chosen: Value[]): [Value, number][] {
  const found = (terms?.terms ?? []).map((term): [Value, number] => [term.value, term.count]);
  const missing = chosen.filter((value) => !found.some(([other]) => other === value));
  return [...found, ...missing.map((value): [Value, number] => [value, 0])];
}
