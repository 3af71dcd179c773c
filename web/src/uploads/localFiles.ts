import { answered, api } from "../api/client";
import type { Problem } from "../api/problem";
import { Refusal, refusalOf, wordsOf } from "../api/problem";
import type { UploadJob } from "../api/names";

/** So many files are sent at a time: enough to fill the line, few enough for the browser. */
const AT_ONCE = 4;

/** A file of one's own disk on its way to the server. */
export interface LocalFile {
  key: string;
  file: File;
  /** How many of its bytes the server has. */
  sent: number;
  /** The place that it was put to, once all of it is there. */
  place?: string;
  /** Why it could not be sent. */
  fault?: string;
}

export interface LocalOrder {
  folder: string;
  dataset: string | undefined;
  ignoreErrors: boolean;
  files: LocalFile[];
}

/** What became of a file. */
export type Progress = (key: string, change: Partial<Pick<LocalFile, "sent" | "place" | "fault">>) => void;

/** Files as they were chosen; the same one again, by name, size and age, is left out. */
export function withFiles(before: LocalFile[], chosen: File[]): LocalFile[] {
  const known = new Map(before.map((local) => [local.key, local]));
  for (const file of chosen) {
    const key = `${file.webkitRelativePath || file.name}:${file.size}:${file.lastModified}`;
    if (!known.has(key)) {
      known.set(key, { key, file, sent: 0 });
    }
  }
  return [...known.values()];
}

/** The faults that a problem names, by the index of the name that they are about. */
export function faultsByName({ errors = [] }: Problem): Map<number, string> {
  return new Map(
    errors.flatMap(({ pointer, detail }) => {
      const index = /^\/names\/(\d+)$/.exec(pointer ?? "")?.[1];
      return index === undefined ? [] : [[Number(index), detail] as [number, string]];
    }),
  );
}

/** Sends what is not there yet, then registers all of it. Done again, it goes on with what failed. */
export async function sendAndRegister(order: LocalOrder, tell: Progress, signal: AbortSignal): Promise<UploadJob> {
  const places = new Map(order.files.flatMap(({ key, place }) => (place === undefined ? [] : [[key, place]])));
  const missing = order.files.filter(({ key }) => !places.has(key));
  const reserved = missing.length === 0 ? [] : await reserve(order.folder, missing, tell);
  const queue = missing.map((local, index) => ({ local, place: reserved[index] }));

  async function sendNext(): Promise<void> {
    for (let next = queue.shift(); next !== undefined && !signal.aborted; next = queue.shift()) {
      const { local, place } = next;
      if (place === undefined) {
        throw new Error("The server kept fewer places than there are files. Try again.");
      }
      try {
        await put(place.url, local.file, (sent) => tell(local.key, { sent }), signal);
        places.set(local.key, place.id);
        tell(local.key, { place: place.id, sent: local.file.size });
      } catch (error) {
        tell(local.key, { fault: wordsOf(error), sent: 0 });
      }
    }
  }

  await Promise.all(Array.from({ length: AT_ONCE }, sendNext));
  signal.throwIfAborted();
  if (places.size < order.files.length) {
    throw new Error("Some files could not be sent. Try again, or take them out of the list.");
  }
  return registerFiles(order, places);
}

async function reserve(folder: string, files: LocalFile[], tell: Progress) {
  try {
    const body = { names: files.map(({ file }) => file.name) };
    const params = { path: { id: folder } };
    return (await answered(api.POST("/api/v1/folders/{id}/uploaded-files/places", { params, body }))).places;
  } catch (error) {
    if (error instanceof Refusal) {
      for (const [index, fault] of faultsByName(error.problem)) {
        const key = files[index]?.key;
        if (key !== undefined) {
          tell(key, { fault });
        }
      }
    }
    throw error;
  }
}

/** By the older way of asking, the only one that tells how much was sent. */
function put(url: string, file: File, onSent: (bytes: number) => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", ({ loaded }) => onSent(loaded));
    request.addEventListener("load", () => {
      if (request.status >= 200 && request.status < 300) {
        resolve();
      } else {
        const headers = { "Content-Type": request.getResponseHeader("Content-Type") ?? "" };
        refusalOf(new Response(request.responseText, { status: request.status, headers })).then(reject, reject);
      }
    });
    request.addEventListener("error", () => reject(new Error("The connection broke off.")));
    request.addEventListener("abort", () => reject(new Error("Stopped.")));
    signal.addEventListener("abort", () => request.abort());
    request.open("PUT", url);
    request.send(file);
  });
}

function registerFiles({ folder, dataset, ignoreErrors, files }: LocalOrder, places: Map<string, string>) {
  return answered(
    api.POST("/api/v1/folders/{id}/uploaded-files", {
      params: { path: { id: folder }, query: dataset === undefined ? {} : { dataset } },
      body: {
        files: files.map(({ key, file }) => ({ id: places.get(key) ?? "", name: file.name })),
        ignoreErrors,
      },
    }),
  );
}
