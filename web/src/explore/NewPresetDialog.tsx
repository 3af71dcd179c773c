import { NameDialog } from "../app/NameDialog";
import { useNewPreset } from "./presets";

interface NewPresetDialogProps {
  filter: Record<string, unknown>;
  onClose: () => void;
  /** The id of what was kept. */
  onKept: (preset: string) => void;
}

export function NewPresetDialog({ filter, onClose, onKept }: NewPresetDialogProps) {
  const keeping = useNewPreset(filter);
  return (
    <NameDialog
      title="Save as preset"
      verb="Save"
      error={keeping.error}
      isPending={keeping.isPending}
      onName={(name) =>
        keeping.mutate(name, {
          onSuccess: ({ id }) => {
            onKept(id);
            onClose();
          },
        })
      }
      onClose={onClose}
    />
  );
}
