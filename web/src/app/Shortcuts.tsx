import { ActionIcon, Kbd, Modal, Table, Tooltip } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Keyboard } from "lucide-react";
import { useEffect } from "react";

const KEYS: [keys: string[], what: string][] = [
  [["/"], "Type what to look for"],
  [["←", "→", "↑", "↓"], "Go from item to item"],
  [["Page Up", "Page Down"], "Go a screen up or down"],
  [["Home", "End"], "Go to the first item or the last one"],
  [["Enter"], "Open the item"],
  [["Space"], "Select the item, or leave it out"],
  [["Shift", "Space"], "Select all from the item that was selected last"],
  [["Shift", "an arrow"], "Go on and select"],
  [["Escape"], "Select nothing"],
  [["?"], "Show this list"],
];

/** The keys that do something wherever one is, and a list of all of them. */
export function Shortcuts() {
  const [isShown, { open, close }] = useDisclosure(false);

  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isBelowDialog()) {
        return;
      }
      if (event.key === "?") {
        open();
      } else if (event.key === "/") {
        const field = document.querySelector<HTMLInputElement>("input[data-finds]");
        if (field !== null) {
          event.preventDefault();
          field.select();
        }
      }
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [open]);

  return (
    <>
      <Tooltip label="Keyboard shortcuts">
        <ActionIcon size="lg" aria-label="Keyboard shortcuts" onClick={open} visibleFrom="sm">
          <Keyboard size={19} />
        </ActionIcon>
      </Tooltip>
      <Modal opened={isShown} onClose={close} title="Keyboard shortcuts">
        <Table fz="sm" withRowBorders={false} verticalSpacing={5}>
          <Table.Tbody>
            {KEYS.map(([keys, what]) => (
              <Table.Tr key={what}>
                <Table.Td w={190}>
                  {keys.map((key) => (
                    <Kbd key={key} mr={4}>
                      {key}
                    </Kbd>
                  ))}
                </Table.Td>
                <Table.Td>{what}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Modal>
    </>
  );
}

function isTyping(element: EventTarget | null): boolean {
  return (
    element instanceof HTMLElement &&
    (element.isContentEditable || element.matches("input:not([type=checkbox]), textarea"))
  );
}

function isBelowDialog(): boolean {
  return document.querySelector("[role=dialog]") !== null;
}
