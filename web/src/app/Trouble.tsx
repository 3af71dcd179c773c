import { Alert, Button, Group, List, Stack, Text } from "@mantine/core";
import { CircleAlert, Lock, SearchX } from "lucide-react";
import type { ReactNode } from "react";
import { placesOf, Refusal, wordsOf } from "../api/problem";

interface Look {
  title: string;
  icon: ReactNode;
  color: string;
}

function lookOf(error: unknown): Look {
  const status = error instanceof Refusal ? error.problem.status : undefined;
  switch (status) {
    case 403:
      return { title: "This is not for you", icon: <Lock size={18} />, color: "gray" };
    case 404:
      return { title: "It is not here, or not for you", icon: <SearchX size={18} />, color: "gray" };
    default:
      return { title: "That did not work", icon: <CircleAlert size={18} />, color: "red" };
  }
}

/** What went wrong, in the server's words, with its places and what to quote. */
export function Trouble({ error, again }: { error: unknown; again?: (() => unknown) | undefined }) {
  const problem = error instanceof Refusal ? error.problem : undefined;
  const places = problem === undefined ? [] : placesOf(problem);
  const look = lookOf(error);
  return (
    <Alert color={look.color} icon={look.icon} title={look.title} role="alert">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{wordsOf(error)}</Text>
        {places.length > 0 && (
          <List size="sm" spacing={2}>
            {places.map((place) => (
              <List.Item key={place}>{place}</List.Item>
            ))}
          </List>
        )}
        {problem !== undefined && problem.status >= 500 && problem.requestId !== undefined && (
          <Text size="xs" c="dimmed">
            Request <span className="mono">{problem.requestId}</span>
          </Text>
        )}
        {again !== undefined && (
          <Group>
            <Button size="xs" variant="default" onClick={() => void again()}>
              Try again
            </Button>
          </Group>
        )}
      </Stack>
    </Alert>
  );
}
