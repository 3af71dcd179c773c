import { Button, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { Library, LibraryBig, X } from "lucide-react";
import { counted } from "../app/figures";
import { CollectDialog } from "../collections/CollectDialog";
import { useTakingOut } from "../collections/collections";
import { requestFor } from "./exploreSearch";

interface SelectionBarProps {
  selected: string[];
  /** The collection that is looked into. */
  collection: string | undefined;
  onClear: () => void;
}

/** What can be done with the items that are selected. */
export function SelectionBar({ selected, collection, onClear }: SelectionBarProps) {
  const [isCollecting, collecting] = useDisclosure(false);
  return (
    <Group gap="xs" role="region" aria-label="Selection">
      <Text size="sm" fw={500}>
        {counted(selected.length, "item")} selected
      </Text>
      <Button size="compact-sm" variant="default" leftSection={<Library size={14} />} onClick={collecting.open}>
        Collect
      </Button>
      {collection !== undefined && <TakeOut collection={collection} selected={selected} onTaken={onClear} />}
      <Button size="compact-sm" variant="subtle" color="gray" leftSection={<X size={14} />} onClick={onClear}>
        Clear
      </Button>
      {isCollecting && (
        <CollectDialog search={requestFor(selected)} items={selected.length} onClose={collecting.close} />
      )}
    </Group>
  );
}

interface TakeOutProps {
  collection: string;
  selected: string[];
  onTaken: () => void;
}

function TakeOut({ collection, selected, onTaken }: TakeOutProps) {
  const taking = useTakingOut(collection);

  function take() {
    taking.mutate(requestFor(selected), {
      onSuccess: ({ collection: { name }, found, passedOver }) => {
        notifications.show({ title: name, message: `${counted(found - passedOver, "item")} taken out.` });
        onTaken();
      },
    });
  }

  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<LibraryBig size={14} />}
      loading={taking.isPending}
      onClick={take}
    >
      Take out of the collection
    </Button>
  );
}
