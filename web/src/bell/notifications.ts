import { type QueryClient, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { answered, api } from "../api/client";
import type { Notifications } from "../api/names";
import { jobQuery } from "../uploads/jobs";

const EVENTS = "/api/v1/notifications/events";
const PAUSE = 3000;

export const notificationsQuery = queryOptions({
  queryKey: ["jobs", "notifications"],
  queryFn: () => answered(api.GET("/api/v1/notifications")),
});

/** One's own upload jobs as they are at this moment. The server tells what changes; a stream that breaks off is opened again. */
export function useNotifications() {
  const queries = useQueryClient();
  useEffect(() => {
    let events: EventSource;
    let again: ReturnType<typeof setTimeout> | undefined;
    let last: Notifications | undefined;

    function open() {
      events = new EventSource(EVENTS);
      events.addEventListener("notifications", ({ data }) => {
        const told = JSON.parse(String(data)) as Notifications;
        take(queries, last, told);
        last = told;
      });
      events.addEventListener("error", () => {
        // Browsers come again by themselves where the server is away for a moment, but not after an answer that is no stream.
        if (events.readyState === EventSource.CLOSED) {
          void queries.invalidateQueries({ queryKey: notificationsQuery.queryKey });
          again = setTimeout(open, PAUSE);
        }
      });
    }

    open();
    return () => {
      clearTimeout(again);
      events.close();
    };
  }, [queries]);
  return useQuery(notificationsQuery);
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
