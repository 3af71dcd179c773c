import { Anchor, Button, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Trouble } from "../app/Trouble";
import { EntryFrame } from "./EntryFrame";
import { sessionQuery, signIn } from "./session";

/** Where links lead that sign in once. Programs that look at links before people do cannot use them up: it takes a click. */
export function CodeSignIn() {
  const code = window.location.hash.slice(1);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const entering = useMutation({
    mutationFn: () => signIn({ code }),
    onSuccess: async (who) => {
      queries.setQueryData(sessionQuery.queryKey, who);
      await navigate({ to: "/files", replace: true });
    },
    meta: { isToldInPlace: true },
  });
  return (
    <EntryFrame title="Sign in to Accession">
      <Stack>
        {entering.isError && <Trouble error={entering.error} />}
        <Text size="sm">
          {code === "" ? "The link that brought you here is not complete." : "This link signs you in once."}
        </Text>
        <Button fullWidth loading={entering.isPending} disabled={code === ""} onClick={() => entering.mutate()}>
          Sign in
        </Button>
        <Anchor component={Link} to="/files" size="sm" ta="center">
          Sign in with a password or a token instead
        </Anchor>
      </Stack>
    </EntryFrame>
  );
}
