import type { Clock } from '../world/clock.js';

const DAY_MS = 86_400_000;

/** How often bots may identify: so many a day, and one in a window for each place of `max_concurrency`. */
export class StartLimit {
  private used = 0;
  private dayEndsAt = 0;
  private readonly lastStart = new Map<number, number>();

  constructor(
    private readonly clock: Clock,
    readonly options: { perDay: number; maxConcurrency: number; windowMs: number; enabled: boolean },
  ) {}

  /** Counts an identify of a shard; says why not when it comes too early or too often. */
  take(shardId: number): 'too early' | 'used up' | null {
    if (!this.options.enabled) return null;
    this.renew();
    const now = this.clock();
    const place = shardId % this.options.maxConcurrency;
    if (now - (this.lastStart.get(place) ?? -Infinity) < this.options.windowMs) return 'too early';
    if (this.used >= this.options.perDay) return 'used up';
    this.used += 1;
    this.lastStart.set(place, now);
    return null;
  }

  /** Starts a new day at once: with a new token the count begins anew. */
  renewDay(): void {
    this.dayEndsAt = 0;
    this.renew();
  }

  private renew(): void {
    const now = this.clock();
    if (now < this.dayEndsAt) return;
    this.dayEndsAt = now + DAY_MS;
    this.used = 0;
  }

  /** In Discord's form, for `GET /gateway/bot`. */
  state(): { total: number; remaining: number; reset_after: number; max_concurrency: number } {
    this.renew();
    return {
      total: this.options.perDay,
      remaining: this.options.perDay - this.used,
      reset_after: Math.max(0, Math.ceil(this.dayEndsAt - this.clock())),
      max_concurrency: this.options.maxConcurrency,
    };
  }
}
