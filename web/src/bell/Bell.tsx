import { ActionIcon, Anchor, Indicator, Popover, ScrollArea, Stack, Text, Tooltip } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { BellDot, Bell as BellIcon } from "lucide-react";
import { isRunning } from "../uploads/jobs";
import { BellLine } from "./BellLine";
import { recentJobsQuery } from "./recentJobs";

/** Running and recent uploads, from wherever one is. */
export function Bell() {
  const [isOpen, opening] = useDisclosure(false);
  const jobs = useQuery(recentJobsQuery).data ?? [];
  const running = jobs.filter(isRunning).length;
  const label = running === 0 ? "Uploads" : `Uploads, ${running} running`;
  return (
    <Popover width={400} position="bottom-end" opened={isOpen} onChange={opening.toggle} trapFocus withRoles>
      <Popover.Target>
        <Tooltip label={label} disabled={isOpen}>
          <Indicator label={running} size={16} offset={6} disabled={running === 0} processing={running > 0}>
            <ActionIcon size="lg" aria-label={label} onClick={opening.toggle}>
              {running > 0 ? <BellDot size={18} /> : <BellIcon size={18} />}
            </ActionIcon>
          </Indicator>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label="Recent uploads">
        {jobs.length === 0 ? (
          <Text p="md" size="sm" c="dimmed">
            No uploads yet.
          </Text>
        ) : (
          <ScrollArea.Autosize mah="70dvh" type="auto">
            <Stack gap={0} component="ul" m={0} p={0}>
              {jobs.map((job) => (
                <BellLine key={job.id} job={job} onLeave={opening.close} />
              ))}
            </Stack>
          </ScrollArea.Autosize>
        )}
        <Text p="xs" ta="center" size="sm" style={{ borderTop: "1px solid var(--page-line)" }}>
          <Anchor component={Link} to="/uploads" size="sm" onClick={opening.close}>
            All uploads
          </Anchor>
        </Text>
      </Popover.Dropdown>
    </Popover>
  );
}
