import { Stack, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import type { Item } from "../api/names";
import { Thumbnail } from "../files/Thumbnail";
import classes from "./Filmstrip.module.css";
import { ImageViewer } from "./ImageViewer";

/** The images of a group: one large, all of them small below it. */
export function Filmstrip({ members }: { members: Item["members"] }) {
  const [shown, setShown] = useState(0);
  const member = members[shown];
  return (
    <Stack gap="xs">
      {member?.itemId && <ImageViewer item={{ id: member.itemId, title: member.title ?? member.objectUrl }} />}
      <div className={classes["strip"]} role="group" aria-label="Images of the group">
        {members.map(({ position, itemId, title, objectUrl }, index) => (
          <UnstyledButton
            key={position}
            className={classes["frame"]}
            aria-label={`${position + 1}: ${title ?? objectUrl}`}
            aria-pressed={index === shown}
            onClick={() => setShown(index)}
          >
            {itemId === null ? position + 1 : <Thumbnail item={{ id: itemId, kind: "image" }} />}
          </UnstyledButton>
        ))}
      </div>
    </Stack>
  );
}
