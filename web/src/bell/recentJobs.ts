import { queryOptions } from "@tanstack/react-query";
import { api } from "../api/client";
import { listed } from "../api/pages";
import { isRunning } from "../uploads/jobs";

const SHOWN = 10;
const LOOK = 1000;
const QUIET_LOOK = 15_000;

export const recentJobsQuery = queryOptions({
  queryKey: ["jobs", "recent"],
  queryFn: async () => (await listed(api.GET("/api/v1/upload-jobs", { params: { query: { limit: SHOWN } } }))).results,
  refetchInterval: ({ state }) => (state.data?.some(isRunning) ? LOOK : QUIET_LOOK),
});
