import { Anchor, Text } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { EntryForm } from "./EntryForm";
import { signIn } from "./session";
import { useEntering } from "./useEntering";

/** Where links lead that sign in once. Programs that look at links before people do cannot use them up: it takes a click. */
export function CodeSignIn() {
  const code = window.location.hash.slice(1);
  const navigate = useNavigate();
  const entering = useEntering(signIn, () => navigate({ to: "/files", replace: true }));
  return (
    <EntryForm
      title="Sign in to Accession"
      verb="Sign in"
      entering={entering}
      isPossible={code !== ""}
      onEnter={() => entering.mutate({ code })}
      otherwise={
        <Anchor component={Link} to="/files" size="sm" ta="center">
          Sign in with a password or a token instead
        </Anchor>
      }
    >
      <Text size="sm">
        {code === "" ? "The link that brought you here is not complete." : "This link signs you in once."}
      </Text>
    </EntryForm>
  );
}
