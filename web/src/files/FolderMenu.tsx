import { ActionIcon, Menu } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Ellipsis, Trash2 } from "lucide-react";
import type { Folder } from "../api/names";
import { RemoveFolderDialog } from "./RemoveFolderDialog";

export function FolderMenu({ folder }: { folder: Folder }) {
  const [isRemoving, removing] = useDisclosure(false);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={34} aria-label="More about this folder">
            <Ellipsis size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item color="red" leftSection={<Trash2 size={16} />} onClick={removing.open}>
            Delete folder
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isRemoving && <RemoveFolderDialog folder={folder} onClose={removing.close} />}
    </>
  );
}
