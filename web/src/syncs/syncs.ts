import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "../api/client";
import type { SyncRun } from "../api/names";

const LOOK = 1000;

export function isUnderWay(run: SyncRun): boolean {
  return run.state === "PENDING";
}

/** A sync of a folder, looked at as long as it is under way. */
export function syncQuery(run: SyncRun) {
  return queryOptions({
    queryKey: ["folders", run.folderId, "syncs", run.id],
    queryFn: () =>
      answered(api.GET("/api/v1/folders/{id}/syncs/{sync}", { params: { path: { id: run.folderId, sync: run.id } } })),
    initialData: run,
    refetchInterval: ({ state }) => (state.data !== undefined && isUnderWay(state.data) ? LOOK : false),
  });
}

/** Joins the sync that is under way, if there is one. */
export function startSync(folder: string): Promise<SyncRun> {
  return answered(api.POST("/api/v1/folders/{id}/syncs", { params: { path: { id: folder } } }));
}

export function cancelSync({ folderId, id }: SyncRun): Promise<SyncRun> {
  return answered(
    api.POST("/api/v1/folders/{id}/syncs/{sync}/cancel", { params: { path: { id: folderId, sync: id } } }),
  );
}
