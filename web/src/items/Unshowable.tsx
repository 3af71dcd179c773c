import { Anchor, Text } from "@mantine/core";

/** The browser could not show what it was given. */
export function Unshowable({ url }: { url: string }) {
  return (
    <Text size="sm" p="lg" role="alert">
      This browser cannot show the object: it may be of a form that browsers do not know, or its storage does not let
      pages read it.{" "}
      <Anchor href={url} target="_blank" rel="noreferrer" size="sm">
        Open it by itself
      </Anchor>
    </Text>
  );
}
