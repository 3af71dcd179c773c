import { TextInput } from "@mantine/core";
import { useTyped } from "../app/useTyped";

const TYPING_PAUSE = 400;

interface TextFilterProps {
  label: string;
  placeholder: string;
  text: string;
  onText: (text: string) => void;
}

export function TextFilter({ label, placeholder, text, onText }: TextFilterProps) {
  const [typed, type] = useTyped(text, onText, TYPING_PAUSE, (wished) => wished.trim());
  return (
    <TextInput
      size="xs"
      aria-label={label}
      placeholder={placeholder}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}
