import { Button, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { Library, LibraryBig, ThumbsDown, ThumbsUp, X } from "lucide-react";
import { useQuery } from "@tanstack/react-query";
import type { SearchableField } from "../api/names";
import { counted } from "../app/figures";
import { CollectDialog } from "../collections/CollectDialog";
import { useTakingOut } from "../collections/collections";
import { type ExploreSearch, readExploreSearch, requestFor } from "./exploreSearch";
import { LikeButton } from "./LikeButton";
import { comparable, encodersQuery, withAnchors } from "./similarity";

interface SelectionBarProps {
  selected: string[];
  fields: SearchableField[];
  search: ExploreSearch;
  onSearch: (search: ExploreSearch) => void;
  onClear: () => void;
}

/** What can be done with the items that are selected. */
export function SelectionBar({ selected, fields, search, onSearch, onClear }: SelectionBarProps) {
  const [isCollecting, collecting] = useDisclosure(false);
  const encoded = (useQuery(encodersQuery).data ?? []).map(({ field }) => field);
  const embeddings = comparable(fields, encoded);

  function look(side: "like" | "unlike", embedding: string) {
    const similar = withAnchors(search.similar, embedding, side, selected);
    onSearch(readExploreSearch({ ...search, similar }));
    onClear();
  }

  return (
    <Group gap="xs" role="region" aria-label="Selection">
      <Text size="sm" fw={500}>
        {counted(selected.length, "item")} selected
      </Text>
      <Button size="compact-sm" variant="default" leftSection={<Library size={14} />} onClick={collecting.open}>
        Collect
      </Button>
      <LikeButton
        label="More like these"
        icon={<ThumbsUp size={14} />}
        embeddings={embeddings}
        onChoose={(embedding) => look("like", embedding)}
      />
      <LikeButton
        label="Less like these"
        icon={<ThumbsDown size={14} />}
        embeddings={embeddings}
        onChoose={(embedding) => look("unlike", embedding)}
      />
      {search.collection !== undefined && (
        <TakeOut collection={search.collection} selected={selected} onTaken={onClear} />
      )}
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
