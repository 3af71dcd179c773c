import { TextInput } from "@mantine/core";
import { Search } from "lucide-react";
import { useTyped } from "../app/useTyped";

const TYPING_PAUSE = 300;

interface WordsFieldProps {
  label: string;
  placeholder: string;
  words: string;
  onWords: (words: string) => void;
}

export function WordsField({ label, placeholder, words, onWords }: WordsFieldProps) {
  const [text, type] = useTyped(words, onWords, TYPING_PAUSE, (typed) => typed.trim());
  return (
    <TextInput
      size="xs"
      flex={1}
      aria-label={label}
      data-finds
      placeholder={placeholder}
      leftSection={<Search size={15} />}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}
