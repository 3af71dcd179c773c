import { Text } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { EntryForm } from "./EntryForm";
import { NewPasswordInput } from "./NewPasswordInput";
import { choosePassword } from "./session";
import { useEntering } from "./useEntering";

/** Where the links lead that an administrator makes for people who have no password, or forgot it. */
export function SetPassword() {
  const code = window.location.hash.slice(1);
  const [password, setPassword] = useState("");
  const navigate = useNavigate();
  const choosing = useEntering(choosePassword, () => navigate({ to: "/files", replace: true }));
  return (
    <EntryForm
      title="Choose a password"
      verb="Set password"
      entering={choosing}
      isPossible={code !== ""}
      onEnter={() => choosing.mutate({ code, password })}
    >
      <Text size="sm" c="dimmed">
        {code === ""
          ? "The link that brought you here is not complete."
          : "The link that brought you here works once. You are signed in afterwards."}
      </Text>
      <NewPasswordInput value={password} onPassword={setPassword} />
    </EntryForm>
  );
}
