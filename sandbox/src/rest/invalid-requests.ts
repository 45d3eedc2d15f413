import type { RateLimitOptions } from '../options.js';
import type { Clock } from '../world/clock.js';

/** Invalid requests are counted in windows of this length, and an address that made too many is shut out until its end. */
const WINDOW_MS = 10 * 60_000;
const INVALID = [401, 403, 429];

interface Count {
  made: number;
  endsAt: number;
}

/** Counts the requests of each address that Discord calls invalid (401, 403, 429 but for shared limits). */
export class InvalidRequests {
  private readonly counts = new Map<string, Count>();

  constructor(
    private readonly options: Pick<RateLimitOptions, 'enabled' | 'invalidPerTenMinutes'>,
    private readonly clock: Clock,
  ) {}

  /** Notes an answer to an address. `scope` is what a 429 says of its limit. */
  note(address: string, status: number, scope: unknown): void {
    if (!this.options.enabled || !INVALID.includes(status) || scope === 'shared') return;
    const now = this.clock();
    const known = this.counts.get(address);
    const count = known && known.endsAt > now ? known : { made: 0, endsAt: now + WINDOW_MS };
    count.made += 1;
    this.counts.set(address, count);
  }

  /** Milliseconds for which an address is still shut out; null when it is not. */
  bannedFor(address: string): number | null {
    const count = this.counts.get(address);
    if (!count || count.made < this.options.invalidPerTenMinutes) return null;
    const left = count.endsAt - this.clock();
    return left > 0 ? left : null;
  }

  clear(): void {
    this.counts.clear();
  }
}
