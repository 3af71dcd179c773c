import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { answered, api } from "../api/client";
import { from, listed, onwards } from "../api/pages";
import type { UploadJob } from "../api/names";
import { formOf } from "./manifestFile";

/** How often a job that runs is looked at. */
const LOOK = 1000;
const PAGE = 50;

/** What is asked of the server with a manifest. */
export interface UploadOrder {
  folder: string;
  integration: string;
  manifest: File;
  /** Whose rows the items become, besides lying in the folder. */
  dataset?: string;
  ignoreErrors: boolean;
  skipDuplicateUrls: boolean;
  upsertMetadata: boolean;
}

export function isRunning(job: UploadJob): boolean {
  return job.state === "PENDING";
}

/** A job that did all it was asked for. */
export function isFlawless(job: UploadJob): boolean {
  return job.state === "DONE" && job.counts.failed === 0;
}

/** How much of a job is decided, from 0 to 100. */
export function percentDone(job: UploadJob): number {
  const { entries, planned, toProbe, probed } = job.counts;
  if (!isRunning(job)) {
    return 100;
  }
  const whole = entries + toProbe;
  return whole === 0 ? 0 : Math.floor((99 * (planned + probed)) / whole);
}

export function jobQuery(id: string) {
  return queryOptions({
    queryKey: ["jobs", id],
    queryFn: () => answered(api.GET("/api/v1/upload-jobs/{id}", { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data !== undefined && isRunning(state.data) ? LOOK : false),
  });
}

export const jobsQuery = infiniteQueryOptions({
  queryKey: ["jobs", "all"],
  queryFn: ({ pageParam }) =>
    listed(
      api.GET("/api/v1/upload-jobs", {
        params: { query: { limit: PAGE, ...from(pageParam) } },
      }),
    ),
  ...onwards,
});

export function failuresQuery(job: string) {
  return infiniteQueryOptions({
    queryKey: ["jobs", job, "failures"],
    queryFn: ({ pageParam }) =>
      listed(
        api.GET("/api/v1/upload-jobs/{id}/failures", {
          params: {
            path: { id: job },
            query: { limit: PAGE, ...from(pageParam) },
          },
        }),
      ),
    ...onwards,
  });
}

/** The parts of a request that carry a manifest as it is. */
function manifestRequest(order: UploadOrder) {
  const form = formOf(order.manifest.name);
  return {
    body: order.manifest as unknown as Record<string, never>,
    bodySerializer: (body: unknown) => body as File,
    headers: {
      "Content-Type": form?.mediaType ?? "application/json",
      ...(form?.encoding === undefined ? {} : { "Content-Encoding": form.encoding }),
    },
  };
}

/** Tells what registering would do. Nothing is changed. */
export function plan(order: UploadOrder) {
  return answered(
    api.POST("/api/v1/folders/{id}/upload-plans", {
      params: {
        path: { id: order.folder },
        query: {
          integration: order.integration,
          skipDuplicateUrls: order.skipDuplicateUrls,
          upsertMetadata: order.upsertMetadata,
        },
      },
      ...manifestRequest(order),
    }),
  );
}

export function register(order: UploadOrder) {
  return answered(
    api.POST("/api/v1/folders/{id}/upload-jobs", {
      params: {
        path: { id: order.folder },
        query: {
          integration: order.integration,
          ignoreErrors: order.ignoreErrors,
          skipDuplicateUrls: order.skipDuplicateUrls,
          upsertMetadata: order.upsertMetadata,
          fileName: order.manifest.name,
          ...(order.dataset === undefined ? {} : { dataset: order.dataset }),
        },
      },
      ...manifestRequest(order),
    }),
  );
}

/** Where a job's failures can be downloaded. */
export function failuresCsvUrl(job: UploadJob): string {
  return `/api/v1/upload-jobs/${job.id}/failures.csv`;
}

export function failedManifestUrl(job: UploadJob): string {
  return `/api/v1/upload-jobs/${job.id}/failed-manifest`;
}

/** Posts the failed entries of a job again, as they came. */
export async function retry(job: UploadJob): Promise<UploadJob> {
  const { data, response } = await api.GET("/api/v1/upload-jobs/{id}/failed-manifest", {
    params: { path: { id: job.id } },
    parseAs: "blob",
  });
  const isCsv = response.headers.get("Content-Type")?.startsWith("text/csv") === true;
  const ending = isCsv ? "csv" : "json";
  const name = `${(job.fileName ?? "manifest").replace(/(\.(json|csv|ndjson|jsonl))?(\.(gz|zst))?$/i, "")} (retry).${ending}`;
  return register({
    folder: job.folderId,
    integration: job.integrationId,
    manifest: new File([data as unknown as Blob], name),
    ignoreErrors: job.ignoreErrors,
    skipDuplicateUrls: job.skipDuplicateUrls,
    upsertMetadata: job.upsertMetadata,
    ...(job.datasetId === null ? {} : { dataset: job.datasetId }),
  });
}

/** A change after which jobs, folders and items are looked at anew. */
export function useJobChange<T>(change: (of: T) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: ["jobs"] }),
  });
}

export function cancel(job: UploadJob): Promise<UploadJob> {
  return answered(api.POST("/api/v1/upload-jobs/{id}/cancel", { params: { path: { id: job.id } } }));
}
