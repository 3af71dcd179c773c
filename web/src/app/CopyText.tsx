import { ActionIcon, CopyButton, Text, Tooltip } from "@mantine/core";
import { Check, Copy } from "lucide-react";
import classes from "./CopyText.module.css";

/** Text that is pasted elsewhere, with a button that takes it along. */
export function CopyText({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <Text size="sm" fw={500} mb={4}>
        {label}
      </Text>
      <div className={classes["frame"]}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls */}
        <pre tabIndex={0} aria-label={label}>
          {text}
        </pre>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Tooltip label={copied ? "Copied" : "Copy"}>
              <ActionIcon className={classes["button"]} aria-label={`Copy: ${label}`} onClick={copy}>
                {copied ? <Check size={15} /> : <Copy size={15} />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
      </div>
    </div>
  );
}
