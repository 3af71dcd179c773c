import { Center } from "@mantine/core";
import { Refusal } from "../api/problem";
import { Shell } from "../app/Shell";
import { Trouble } from "../app/Trouble";
import { Waiting } from "../app/Waiting";
import { SignIn } from "./SignIn";
import { useSession } from "./session";

/** Lets in whoever is signed in, and asks everybody else who they are, at the address that they came to. */
export function Gate() {
  const session = useSession();
  if (session.data !== undefined) {
    return <Shell />;
  }
  if (session.isPending) {
    return <Waiting />;
  }
  if (session.error instanceof Refusal && session.error.isUnauthenticated) {
    return <SignIn />;
  }
  return (
    <Center mih="100dvh" p="md">
      <Trouble error={session.error} again={session.refetch} />
    </Center>
  );
}
