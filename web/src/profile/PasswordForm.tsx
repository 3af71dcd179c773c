import { Alert, Button, Group, PasswordInput, Stack } from "@mantine/core";
import { type SyntheticEvent, useState } from "react";
import { Section } from "../app/Section";
import { Trouble } from "../app/Trouble";
import { useChange } from "../app/useChange";
import { NewPasswordInput } from "../session/NewPasswordInput";
import { changePassword } from "./profile";

export function PasswordForm() {
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const changing = useChange(changePassword, ["profile"], () => {
    setCurrent("");
    setPassword("");
  });

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    changing.mutate({ password, ...(current === "" ? {} : { current }) });
  }

  return (
    <Section title="Password" about="Wherever else you are signed in with a browser, you have to sign in again.">
      {changing.isError && <Trouble error={changing.error} />}
      {changing.isSuccess && (
        <Alert color="green" role="status">
          The password is changed.
        </Alert>
      )}
      <form onSubmit={submit}>
        <Stack gap="sm" align="flex-start">
          <PasswordInput
            label="Present password"
            description="Empty while you have none"
            w={320}
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
          <NewPasswordInput w={320} value={password} onPassword={setPassword} />
          <Group>
            <Button type="submit" variant="default" loading={changing.isPending}>
              Change password
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
