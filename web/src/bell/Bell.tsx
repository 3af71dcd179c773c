import { ActionIcon, Anchor, Indicator, Popover, ScrollArea, Stack, Text, Tooltip } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { BellDot, Bell as BellIcon, BellOff } from "lucide-react";
import { useEffect } from "react";
import type { Notifications } from "../api/names";
import { Asked } from "../app/Asked";
import { BellLine } from "./BellLine";
import { notificationsQuery, see, useNotifications } from "./notifications";

const NOTHING: Notifications = { running: [], ended: [], unseen: 0 };

/** One's own uploads, those that run and those that ended lately, from wherever one is. */
export function Bell() {
  const [isOpen, opening] = useDisclosure(false);
  const { asked, isAway } = useNotifications();
  const { running, ended, unseen } = asked.data ?? NOTHING;
  useSeen(isOpen && unseen > 0 ? ended[0]?.endedAt : null);
  const label = labelOf(running.length, unseen);
  return (
    <>
      <Away isAway={isAway} />
      <Popover width={400} position="bottom-end" opened={isOpen} onChange={opening.toggle} trapFocus withRoles>
        <Popover.Target>
          <Tooltip label={label} disabled={isOpen}>
            <Indicator
              label={running.length || unseen}
              color={running.length > 0 ? "blue" : "orange"}
              size={16}
              offset={6}
              disabled={running.length === 0 && unseen === 0}
              processing={running.length > 0 && !isAway}
              autoContrast
            >
              <ActionIcon size="lg" aria-label={label} onClick={opening.toggle}>
                <Sign isAway={isAway} isNews={running.length > 0 || unseen > 0} />
              </ActionIcon>
            </Indicator>
          </Tooltip>
        </Popover.Target>
        <Popover.Dropdown p={0} aria-label="Recent uploads">
          <Asked query={asked}>
            {(told) => <Lines jobs={[...told.running, ...told.ended]} onLeave={opening.close} />}
          </Asked>
          <Text p="xs" ta="center" size="sm" style={{ borderTop: "1px solid var(--page-line)" }}>
            <Anchor component={Link} to="/uploads" size="sm" onClick={opening.close}>
              All uploads
            </Anchor>
          </Text>
        </Popover.Dropdown>
      </Popover>
    </>
  );
}

function Sign({ isAway, isNews }: { isAway: boolean; isNews: boolean }) {
  const Icon = isAway ? BellOff : isNews ? BellDot : BellIcon;
  return <Icon size={18} />;
}

/** Says that the server is away, for as long as it is. */
function Away({ isAway }: { isAway: boolean }) {
  return (
    <Text size="sm" role="status" px={isAway ? "xs" : 0} truncate>
      {isAway && "The server does not answer. Trying again."}
    </Text>
  );
}

function Lines({ jobs, onLeave }: { jobs: Notifications["running"]; onLeave: () => void }) {
  if (jobs.length === 0) {
    return (
      <Text p="md" size="sm" c="dimmed">
        No uploads yet.
      </Text>
    );
  }
  return (
    <ScrollArea.Autosize mah="70dvh" type="auto">
      <Stack gap={0} component="ul" m={0} p={0}>
        {jobs.map((job) => (
          <BellLine key={job.id} job={job} onLeave={onLeave} />
        ))}
      </Stack>
    </ScrollArea.Autosize>
  );
}

function labelOf(running: number, unseen: number): string {
  const parts = [running > 0 ? `${running} running` : "", unseen > 0 ? `${unseen} new` : ""];
  return ["Uploads", ...parts.filter((part) => part !== "")].join(", ");
}

/** Tells the server what is looked at. */
function useSeen(until: string | null | undefined) {
  const queries = useQueryClient();
  useEffect(() => {
    if (until !== null && until !== undefined) {
      void see(until).then(() =>
        queries.setQueryData(notificationsQuery.queryKey, (now) => now && { ...now, unseen: 0 }),
      );
    }
  }, [until, queries]);
}
