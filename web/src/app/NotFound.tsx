import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { MapPinOff } from "lucide-react";
import { Empty } from "./Empty";

export function NotFound() {
  return (
    <Empty icon={MapPinOff} title="There is no such page">
      Perhaps the address was cut off. Your files are{" "}
      <Anchor component={Link} to="/files" size="sm">
        over here
      </Anchor>
      .
    </Empty>
  );
}
