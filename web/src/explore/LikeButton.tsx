import { Button, Menu } from "@mantine/core";
import type { ReactNode } from "react";
import { nameOf } from "./fields";

interface LikeButtonProps {
  label: string;
  icon: ReactNode;
  /** The embeddings to choose from. */
  embeddings: string[];
  onChoose: (embedding: string) => void;
}

/** Asks by which embedding where there are several; nothing where there is none. */
export function LikeButton({ label, icon, embeddings, onChoose }: LikeButtonProps) {
  const [only, ...others] = embeddings;
  if (only === undefined) {
    return null;
  }
  if (others.length === 0) {
    return (
      <Button size="compact-sm" variant="default" leftSection={icon} onClick={() => onChoose(only)}>
        {label}
      </Button>
    );
  }
  return (
    <Menu>
      <Menu.Target>
        <Button size="compact-sm" variant="default" leftSection={icon}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {embeddings.map((embedding) => (
          <Menu.Item key={embedding} onClick={() => onChoose(embedding)}>
            By {nameOf(embedding)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
