import { ActionIcon, Anchor, Group, Modal, Stack, Text, Tooltip } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Bookmark, PencilLine, Trash2 } from "lucide-react";
import { useState } from "react";
import type { FilterPreset } from "../api/names";
import { Asked } from "../app/Asked";
import { Empty } from "../app/Empty";
import { NameDialog } from "../app/NameDialog";
import { Trouble } from "../app/Trouble";
import { presetsQuery, usePresetName, usePresetRemoval } from "./presets";

/** The filters that are kept: each can be used, and be renamed and deleted by who made it. */
export function PresetsDialog({ onClose }: { onClose: () => void }) {
  const presets = useQuery(presetsQuery);
  const removing = usePresetRemoval();
  const [renamed, setRenamed] = useState<FilterPreset>();
  if (renamed !== undefined) {
    return <RenamePreset preset={renamed} onClose={() => setRenamed(undefined)} />;
  }
  return (
    <Modal opened onClose={onClose} title="Filter presets">
      <Stack>
        {removing.isError && <Trouble error={removing.error} />}
        <Asked query={presets}>
          {(kept) =>
            kept.length === 0 ? (
              <Empty icon={Bookmark} title="No filter is kept yet">
                Ask for something, then <b>Save as preset</b>. Presets are there for everybody.
              </Empty>
            ) : (
              <Stack component="ul" gap={2} m={0} p={0}>
                {kept.map((preset) => (
                  <Group key={preset.id} component="li" justify="space-between" wrap="nowrap">
                    <Anchor component={Link} to={`/explore?preset=${preset.id}`} size="sm" truncate onClick={onClose}>
                      {preset.name}
                    </Anchor>
                    <Group gap={2} wrap="nowrap">
                      <Tooltip label="Rename">
                        <ActionIcon aria-label={`Rename ${preset.name}`} onClick={() => setRenamed(preset)}>
                          <PencilLine size={15} />
                        </ActionIcon>
                      </Tooltip>
                      <Tooltip label="Delete">
                        <ActionIcon
                          aria-label={`Delete ${preset.name}`}
                          loading={removing.isPending && removing.variables.id === preset.id}
                          onClick={() => removing.mutate(preset)}
                        >
                          <Trash2 size={15} />
                        </ActionIcon>
                      </Tooltip>
                    </Group>
                  </Group>
                ))}
              </Stack>
            )
          }
        </Asked>
        <Text size="xs" c="dimmed">
          Whoever made a preset, and administrators, rename and delete it.
        </Text>
      </Stack>
    </Modal>
  );
}

function RenamePreset({ preset, onClose }: { preset: FilterPreset; onClose: () => void }) {
  const renaming = usePresetName(preset);
  return (
    <NameDialog
      title="Rename preset"
      verb="Rename"
      name={preset.name}
      error={renaming.error}
      isPending={renaming.isPending}
      onName={(name) => renaming.mutate(name, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
