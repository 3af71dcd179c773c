import { Group, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type ExploreSearch, readExploreSearch } from "./exploreSearch";
import { nameOf } from "./fields";
import { encodersQuery } from "./similarity";
import { WordsField } from "./WordsField";

const WORDS = "words";

interface LookForProps {
  search: ExploreSearch;
  onSearch: (search: ExploreSearch) => void;
}

/** A text to look for: its words, or what it means, by an embedding that understands texts. */
export function LookFor({ search, onSearch }: LookForProps) {
  const encoders = useQuery(encodersQuery).data ?? [];
  const asked = search.similar?.text === undefined ? WORDS : search.similar.field;
  const [chosen, setChosen] = useState(asked);

  function look(text: string, how: string) {
    const rest = { ...search, words: undefined, similar: undefined };
    onSearch(readExploreSearch(how === WORDS ? { ...rest, words: text } : { ...rest, similar: { field: how, text } }));
  }

  const text = chosen === WORDS ? (search.words ?? "") : (search.similar?.text ?? "");
  return (
    <Group gap={4} wrap="nowrap" flex="1 1 260px" maw={520}>
      {encoders.length > 0 && (
        <Select
          size="xs"
          w={150}
          aria-label="How the text is looked for"
          allowDeselect={false}
          data={[
            { value: WORDS, label: "Words" },
            ...encoders.map(({ field }) => ({
              value: field,
              label: field === "meaning" ? "Meaning" : `Meaning (${nameOf(field)})`,
            })),
          ]}
          value={chosen}
          onChange={(how) => {
            setChosen(how ?? WORDS);
            look(text, how ?? WORDS);
          }}
        />
      )}
      <WordsField
        label={chosen === WORDS ? "Words" : "What it should be like"}
        placeholder={chosen === WORDS ? "Words in titles and metadata" : "A red car at dusk"}
        words={text}
        onWords={(wished) => look(wished, chosen)}
      />
    </Group>
  );
}
