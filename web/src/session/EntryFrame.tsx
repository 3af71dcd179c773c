import { Center, Group, Paper, Stack, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import type { ReactNode } from "react";
import icon from "../app/icon.svg";

/** The pages in front of the gate. */
export function EntryFrame({ title, children }: { title: string; children: ReactNode }) {
  useDocumentTitle(`${title} · Accession`);
  return (
    <Center mih="100dvh" p="md" bg="var(--page-sunken)" component="main">
      <Paper withBorder p="xl" w="100%" maw={400} radius="md">
        <Stack gap="lg">
          <Group gap="sm">
            <img src={icon} width={28} height={28} alt="" />
            <Title order={1}>{title}</Title>
          </Group>
          {children}
        </Stack>
      </Paper>
    </Center>
  );
}
