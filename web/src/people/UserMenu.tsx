import { ActionIcon, Menu } from "@mantine/core";
import { Ellipsis, KeyRound, PencilLine, ShieldCheck, ShieldOff, UserRoundCheck, UserRoundX } from "lucide-react";
import { useState } from "react";
import type { User, UserChange } from "../api/names";
import { ConfirmDialog } from "../app/ConfirmDialog";
import { NameDialog } from "../app/NameDialog";
import { useChange } from "../app/useChange";
import { changeUser } from "./people";
import { PasswordLinkDialog } from "./PasswordLinkDialog";

const DIALOGS = {
  rename: RenameDialog,
  admin: AdministratorDialog,
  active: ActiveDialog,
  password: PasswordLinkDialog,
};

/** What administrators can do about a user. */
export function UserMenu({ user }: { user: User }) {
  const [chosen, setChosen] = useState<keyof typeof DIALOGS>();
  const Dialog = chosen === undefined ? undefined : DIALOGS[chosen];
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={`More about ${user.email}`}>
            <Ellipsis size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<PencilLine size={16} />} onClick={() => setChosen("rename")}>
            Rename
          </Menu.Item>
          {user.active && (
            <Menu.Item leftSection={<KeyRound size={16} />} onClick={() => setChosen("password")}>
              Password link
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={user.admin ? <ShieldOff size={16} /> : <ShieldCheck size={16} />}
            onClick={() => setChosen("admin")}
          >
            {user.admin ? "Take administration away" : "Make administrator"}
          </Menu.Item>
          <Menu.Item
            leftSection={user.active ? <UserRoundX size={16} /> : <UserRoundCheck size={16} />}
            onClick={() => setChosen("active")}
          >
            {user.active ? "Deactivate" : "Activate"}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {Dialog !== undefined && <Dialog user={user} onClose={() => setChosen(undefined)} />}
    </>
  );
}

interface UserDialogProps {
  user: User;
  onClose: () => void;
}

function useUserChange(user: User, onClose: () => void) {
  return useChange((change: UserChange) => changeUser({ user, ...change }), ["people"], onClose);
}

function RenameDialog({ user, onClose }: UserDialogProps) {
  const changing = useUserChange(user, onClose);
  return (
    <NameDialog
      title={`Rename ${user.email}`}
      verb="Rename"
      name={user.name}
      error={changing.error}
      isPending={changing.isPending}
      onName={(name) => changing.mutate({ name })}
      onClose={onClose}
    />
  );
}

function AdministratorDialog({ user, onClose }: UserDialogProps) {
  const changing = useUserChange(user, onClose);
  return (
    <ConfirmDialog
      title={user.admin ? `Take administration away from ${user.email}?` : `Make ${user.email} an administrator?`}
      verb={user.admin ? "Take away" : "Make administrator"}
      error={changing.error}
      isPending={changing.isPending}
      onConfirm={() => changing.mutate({ admin: !user.admin })}
      onClose={onClose}
    >
      {user.admin
        ? "What they own and the roles that they were given stay."
        : "Administrators see and change everything, and let others in."}
    </ConfirmDialog>
  );
}

function ActiveDialog({ user, onClose }: UserDialogProps) {
  const changing = useUserChange(user, onClose);
  return (
    <ConfirmDialog
      title={user.active ? `Deactivate ${user.email}?` : `Activate ${user.email}?`}
      verb={user.active ? "Deactivate" : "Activate"}
      error={changing.error}
      isPending={changing.isPending}
      onConfirm={() => changing.mutate({ active: !user.active })}
      onClose={onClose}
    >
      {user.active
        ? "Neither password nor keys nor tokens let them in any more. What they own stays."
        : "Their password, keys and tokens let them in again."}
    </ConfirmDialog>
  );
}
