import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { LEAST_PASSWORD_CHARACTERS } from "./session";

interface NewPasswordInputProps extends Pick<PasswordInputProps, "label" | "w"> {
  value: string;
  onPassword: (password: string) => void;
}

/** Where somebody chooses a password. */
export function NewPasswordInput({ onPassword, label = "New password", ...rest }: NewPasswordInputProps) {
  return (
    <PasswordInput
      {...rest}
      label={label}
      description={`At least ${LEAST_PASSWORD_CHARACTERS} characters`}
      minLength={LEAST_PASSWORD_CHARACTERS}
      onChange={(event) => onPassword(event.currentTarget.value)}
      autoComplete="new-password"
      required
    />
  );
}
