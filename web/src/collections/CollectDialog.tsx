import { Button, Group, Modal, SegmentedControl, Select, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQuery } from "@tanstack/react-query";
import { type SyntheticEvent, useState } from "react";
import type { NewSearch } from "../api/names";
import { counted } from "../app/figures";
import { Trouble } from "../app/Trouble";
import { foldersQuery } from "../files/folders";
import { CollectionSelect } from "./CollectionSelect";
import { type Target, useCollecting } from "./collections";

interface CollectDialogProps {
  search: NewSearch;
  /** How many items the search finds. */
  items: number;
  onClose: () => void;
}

/** Puts items into a collection, a new one or one that is there. */
export function CollectDialog({ search, items, onClose }: CollectDialogProps) {
  const [isNew, setIsNew] = useState(true);
  const [target, setTarget] = useState<Target>();
  const collecting = useCollecting(search);

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (target === undefined) {
      return;
    }
    collecting.mutate(target, {
      onSuccess: ({ collection, found, passedOver }) => {
        notifications.show({
          title: collection.name,
          message: `${counted(found - passedOver, "item")} added${passedOver > 0 ? `, ${counted(passedOver, "item")} of other folders passed over` : ""}.`,
        });
        onClose();
      },
    });
  }

  return (
    <Modal opened onClose={onClose} title={`Collect ${counted(items, "item")}`}>
      <form onSubmit={submit}>
        <Stack>
          {collecting.isError && <Trouble error={collecting.error} />}
          <SegmentedControl
            aria-label="Which collection"
            data={[
              { value: "new", label: "New collection" },
              { value: "present", label: "One that is there" },
            ]}
            value={isNew ? "new" : "present"}
            onChange={(chosen) => {
              setIsNew(chosen === "new");
              setTarget(undefined);
            }}
          />
          {isNew ? (
            <NewCollection onTarget={setTarget} />
          ) : (
            <CollectionSelect
              isRequired
              value={target !== undefined && "collection" in target ? target.collection : null}
              onChange={(collection) => setTarget(collection === null ? undefined : { collection })}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" disabled={target === undefined} loading={collecting.isPending}>
              Collect
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function NewCollection({ onTarget }: { onTarget: (target: Target | undefined) => void }) {
  const [name, setName] = useState("");
  const [folder, setFolder] = useState<string | null>(null);
  const folders = useQuery(foldersQuery(undefined)).data ?? [];

  function change(wished: string, within: string | null) {
    setName(wished);
    setFolder(within);
    onTarget(wished.trim() === "" || within === null ? undefined : { name: wished.trim(), folderId: within });
  }

  return (
    <>
      <TextInput
        label="Name"
        required
        maxLength={300}
        data-autofocus
        value={name}
        onChange={(event) => change(event.currentTarget.value, folder)}
      />
      <Select
        label="Folder at the top"
        placeholder="Type a part of its name"
        required
        searchable
        nothingFoundMessage="No folder has such a name"
        data={folders.map(({ id, name: title }) => ({ value: id, label: title }))}
        value={folder}
        onChange={(chosen) => change(name, chosen)}
      />
      <Text size="xs" c="dimmed">
        A collection has items of its folder and of all below it; its administrators change it. What is found later does
        not come into it by itself.
      </Text>
    </>
  );
}
