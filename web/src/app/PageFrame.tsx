import { Box, Group, Stack, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import type { ReactNode } from "react";

interface PageFrameProps {
  title: string;
  /** Where the page is, above its title. */
  path?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** Text is read best in a narrow column; tables take what there is. */
  isNarrow?: boolean;
}

/** The head of a page and what is below it. */
export function PageFrame({ title, path, actions, children, isNarrow = false }: PageFrameProps) {
  useDocumentTitle(`${title} · Accession`);
  return (
    <Stack gap="md" p="md" maw={isNarrow ? 920 : undefined} h="100%">
      <Group justify="space-between" align="flex-end" wrap="wrap" gap="sm">
        <Box miw={0}>
          {path}
          <Title order={1} className="truncate" title={title}>
            {title}
          </Title>
        </Box>
        {actions !== undefined && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
}
