import { TextInput } from "@mantine/core";
import { Search } from "lucide-react";
import { useTyped } from "../app/useTyped";

const TYPING_PAUSE = 300;

/** Words in titles and metadata. */
export function WordsField({ words, onWords }: { words: string; onWords: (words: string) => void }) {
  const [text, type] = useTyped(words, onWords, TYPING_PAUSE, (typed) => typed.trim());
  return (
    <TextInput
      size="xs"
      flex="1 1 200px"
      maw={420}
      aria-label="Words"
      placeholder="Words in titles and metadata"
      leftSection={<Search size={15} />}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}
