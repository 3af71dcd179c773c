import { useMutation } from "@tanstack/react-query";
import { api } from "../api/client";
import { ConfirmDialog } from "../app/ConfirmDialog";
import { counted } from "../app/figures";
import { useFreshFolders } from "./folders";

interface RemoveItemsDialogProps {
  folder: string;
  items: string[];
  onClose: () => void;
  onRemoved: () => void;
}

export function RemoveItemsDialog({ folder, items, onClose, onRemoved }: RemoveItemsDialogProps) {
  const refresh = useFreshFolders();
  const removing = useMutation({
    mutationFn: () =>
      api.POST("/api/v1/folders/{id}/items/remove", { params: { path: { id: folder } }, body: { items } }),
    onSuccess: () => {
      onRemoved();
      onClose();
      return refresh();
    },
    meta: { isToldInPlace: true },
  });
  return (
    <ConfirmDialog
      title={`Delete ${counted(items.length, "item")}?`}
      verb="Delete"
      error={removing.error}
      isPending={removing.isPending}
      onConfirm={removing.mutate}
      onClose={onClose}
    >
      What lies in your cloud storage stays as it is.
    </ConfirmDialog>
  );
}
