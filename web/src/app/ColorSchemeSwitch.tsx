import { ActionIcon, Tooltip, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { Moon, Sun } from "lucide-react";

export function ColorSchemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const shown = useComputedColorScheme("light");
  const other = shown === "light" ? "dark" : "light";
  return (
    <Tooltip label={`Switch to ${other} colours`}>
      <ActionIcon size="lg" aria-label={`Switch to ${other} colours`} onClick={() => setColorScheme(other)}>
        {shown === "light" ? <Moon size={18} /> : <Sun size={18} />}
      </ActionIcon>
    </Tooltip>
  );
}
