import { type QueryClient, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { answered, api } from "../api/client";
import type { Notifications } from "../api/names";
import { jobQuery } from "../uploads/jobs";
import { listenSteadily } from "./steadyEvents";

const EVENTS = "/api/v1/notifications/events";

export const notificationsQuery = queryOptions({
  queryKey: ["jobs", "notifications"],
  queryFn: () => answered(api.GET("/api/v1/notifications")),
});

/**
 * One's own upload jobs as they are at this moment, which the server tells whenever something changes; and whether the server is away. When it
 * comes back, all that the page shows is asked for anew.
 */
export function useNotifications() {
  const queries = useQueryClient();
  const [isAway, setAway] = useState(false);
  useEffect(() => {
    let last: Notifications | undefined;
    return listenSteadily(EVENTS, "notifications", {
      told: (data) => {
        const told = JSON.parse(data) as Notifications;
        take(queries, last, told);
        last = told;
      },
      away: (gone) => {
        setAway(gone);
        if (!gone) {
          void queries.invalidateQueries();
        }
      },
      refused: () => void queries.invalidateQueries({ queryKey: notificationsQuery.queryKey }),
    });
  }, [queries]);
  return { asked: useQuery(notificationsQuery), isAway };
}

/** Puts what was told where the pages look for it. Where a job has ended, its folder has other files. */
function take(queries: QueryClient, before: Notifications | undefined, told: Notifications) {
  queries.setQueryData(notificationsQuery.queryKey, told);
  for (const job of told.running) {
    queries.setQueryData(jobQuery(job.id).queryKey, job);
  }
  if (before !== undefined && hasEnded(before, told)) {
    for (const about of ["jobs", "folders", "items", "datasets"]) {
      void queries.invalidateQueries({ queryKey: [about] });
    }
  }
}

/** Whether a job ended between two moments. */
export function hasEnded(before: Notifications, now: Notifications): boolean {
  const known = new Set(before.ended.map(({ id }) => id));
  return now.ended.some(({ id }) => !known.has(id));
}

/** All that ended until then is seen. */
export function see(until: string) {
  return api.POST("/api/v1/notifications/seen", { body: { until } });
}
