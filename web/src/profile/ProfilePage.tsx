import { Stack } from "@mantine/core";
import { PageFrame } from "../app/PageFrame";
import { NameForm } from "./NameForm";
import { PasswordForm } from "./PasswordForm";
import { SshKeys } from "./SshKeys";
import { Tokens } from "./Tokens";

/** What people keep of themselves: what they are called, and what lets them in. */
export function ProfilePage() {
  return (
    <PageFrame title="Profile" isNarrow>
      <Stack gap={36}>
        <NameForm />
        <PasswordForm />
        <SshKeys />
        <Tokens />
      </Stack>
    </PageFrame>
  );
}
