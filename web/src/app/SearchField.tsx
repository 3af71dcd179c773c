import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { Search } from "lucide-react";
import { useState } from "react";

const TYPING_PAUSE = 250;

interface SearchFieldProps {
  label: string;
  /** What is looked for when the page opens. */
  words: string;
  /** Called when somebody pauses typing. */
  onWords: (words: string) => void;
}

/** Where people type what a list is to be narrowed to. */
export function SearchField({ label, words, onWords }: SearchFieldProps) {
  const [text, setText] = useState(words);
  const look = useDebouncedCallback(onWords, TYPING_PAUSE);
  return (
    <TextInput
      w={260}
      size="xs"
      aria-label={label}
      data-finds
      placeholder={label}
      leftSection={<Search size={14} />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        look(event.currentTarget.value.trim());
      }}
    />
  );
}
