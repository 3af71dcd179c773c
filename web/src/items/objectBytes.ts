/** Fetches an object, or its beginning, from where customers keep it. Storages that do not let pages read are told from others by no browser. */
export async function objectBytes(url: string, signal: AbortSignal, first?: number): Promise<ArrayBuffer> {
  const headers = first === undefined ? {} : { Range: `bytes=0-${first - 1}` };
  const response = await fetch(url, { headers, signal });
  if (!response.ok) {
    throw new Error(`The storage answered ${response.status}.`);
  }
  return response.arrayBuffer();
}
