import { Button, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { FolderInput, Link2, Trash2, X } from "lucide-react";
import { counted } from "../app/figures";
import { LinkItemsDialog } from "../datasets/LinkItemsDialog";
import { MoveItemsDialog } from "./MoveItemsDialog";
import { RemoveItemsDialog } from "./RemoveItemsDialog";

interface SelectionBarProps {
  folder: string;
  selected: string[];
  onClear: () => void;
}

/** What can be done with the items that are selected. */
export function SelectionBar({ folder, selected, onClear }: SelectionBarProps) {
  const [isMoving, moving] = useDisclosure(false);
  const [isLinking, linking] = useDisclosure(false);
  const [isRemoving, removing] = useDisclosure(false);
  return (
    <Group gap="xs" role="region" aria-label="Selection">
      <Text size="sm" fw={500}>
        {counted(selected.length, "item")} selected
      </Text>
      <Button size="compact-sm" variant="default" leftSection={<FolderInput size={14} />} onClick={moving.open}>
        Move
      </Button>
      <Button size="compact-sm" variant="default" leftSection={<Link2 size={14} />} onClick={linking.open}>
        Link to dataset
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        color="red"
        leftSection={<Trash2 size={14} />}
        onClick={removing.open}
      >
        Delete
      </Button>
      <Button size="compact-sm" variant="subtle" color="gray" leftSection={<X size={14} />} onClick={onClear}>
        Clear
      </Button>
      {isLinking && <LinkItemsDialog items={selected} onClose={linking.close} onLinked={onClear} />}
      {isMoving && <MoveItemsDialog folder={folder} items={selected} onClose={moving.close} onMoved={onClear} />}
      {isRemoving && (
        <RemoveItemsDialog folder={folder} items={selected} onClose={removing.close} onRemoved={onClear} />
      )}
    </Group>
  );
}
