import { TextInput } from "@mantine/core";
import { useState } from "react";
import { FormDialog } from "./FormDialog";

interface NameDialogProps {
  title: string;
  /** What happens with the name. */
  verb: string;
  /** The one that it has so far. */
  name?: string;
  maxLength?: number;
  error: Error | null;
  isPending: boolean;
  onName: (name: string) => void;
  onClose: () => void;
}

/** Asks for a name. */
export function NameDialog({ name = "", maxLength = 300, onName, ...dialog }: NameDialogProps) {
  const [text, setText] = useState(name);
  const wished = text.trim();
  return (
    <FormDialog {...dialog} isIncomplete={wished === "" || wished === name} onSubmit={() => onName(wished)}>
      <TextInput
        label="Name"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        maxLength={maxLength}
        required
        data-autofocus
      />
    </FormDialog>
  );
}
