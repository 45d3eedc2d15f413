/** How long a crowd took, and each of its members. */
export interface CrowdTimes {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Runs `act` for each of `items`, at most `concurrency` at a time. Times are in milliseconds. */
export async function crowd<T>(
  items: readonly T[],
  concurrency: number,
  act: (item: T) => Promise<unknown>,
): Promise<CrowdTimes> {
  const times: number[] = [];
  const queue = items.values();
  const start = performance.now();
  const one = async (): Promise<void> => {
    for (const item of queue) {
      const began = performance.now();
      await act(item);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, one));
  const seconds = (performance.now() - start) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { perSecond: items.length / seconds, p50: at(0.5), p99: at(0.99) };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
