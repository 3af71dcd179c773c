import { Button, Stack } from "@mantine/core";
import type { ReactNode, SyntheticEvent } from "react";
import { Trouble } from "../app/Trouble";
import { EntryFrame } from "./EntryFrame";

interface EntryFormProps {
  title: string;
  /** What its button does. */
  verb: string;
  /** How entering goes. */
  entering: { error: Error | null; isPending: boolean };
  isPossible?: boolean;
  onEnter: () => void;
  children: ReactNode;
  /** What else one may do. */
  otherwise?: ReactNode;
}

/** A page in front of the gate by which one gets in. */
export function EntryForm({ title, verb, entering, isPossible = true, onEnter, children, otherwise }: EntryFormProps) {
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    onEnter();
  }

  return (
    <EntryFrame title={title}>
      <form onSubmit={submit}>
        <Stack>
          {entering.error !== null && <Trouble error={entering.error} />}
          {children}
          <Button type="submit" fullWidth loading={entering.isPending} disabled={!isPossible}>
            {verb}
          </Button>
          {otherwise}
        </Stack>
      </form>
    </EntryFrame>
  );
}
