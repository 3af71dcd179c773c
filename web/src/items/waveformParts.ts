/** How loud a recording is, from 0 to 1, in so many equal parts; all channels together. */
export function loudness(channels: Float32Array[], parts: number): number[] {
  const samples = channels[0]?.length ?? 0;
  return Array.from({ length: parts }, (_, part) => {
    const first = Math.floor((part * samples) / parts);
    const end = Math.max(first + 1, Math.floor(((part + 1) * samples) / parts));
    let most = 0;
    for (const channel of channels) {
      for (let at = first; at < end; at += 1) {
        most = Math.max(most, Math.abs(channel[at] ?? 0));
      }
    }
    return Math.min(1, most);
  });
}
