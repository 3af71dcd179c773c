import { KeyRound, PencilLine, ShieldCheck, ShieldOff, UserRoundCheck, UserRoundX } from "lucide-react";
import type { User, UserChange } from "../api/names";
import { ConfirmDialog } from "../app/ConfirmDialog";
import { MoreMenu } from "../app/MoreMenu";
import { NameDialog } from "../app/NameDialog";
import { useChange } from "../app/useChange";
import { changeUser } from "./people";
import { PasswordLinkDialog } from "./PasswordLinkDialog";

/** What administrators can do about a user. */
export function UserMenu({ user }: { user: User }) {
  const password = { label: "Password link", icon: KeyRound, dialog: PasswordLinkDialog };
  return (
    <MoreMenu
      about={user.email}
      subject={{ user }}
      choices={[
        { label: "Rename", icon: PencilLine, dialog: RenameDialog },
        ...(user.active ? [password] : []),
        user.admin
          ? { label: "Take administration away", icon: ShieldOff, dialog: AdministratorDialog }
          : { label: "Make administrator", icon: ShieldCheck, dialog: AdministratorDialog },
        user.active
          ? { label: "Deactivate", icon: UserRoundX, dialog: ActiveDialog }
          : { label: "Activate", icon: UserRoundCheck, dialog: ActiveDialog },
      ]}
    />
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
