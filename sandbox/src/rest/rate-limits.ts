import { createHash } from 'node:crypto';
import type { RateLimitOptions } from '../options.js';
import type { Clock } from '../world/clock.js';
import { InvalidRequests } from './invalid-requests.js';

/** What the answer's headers say about the bucket of a request. */
export interface BucketState {
  bucket: string;
  limit: number;
  remaining: number;
  /** When the window ends, milliseconds since 1970. */
  resetAt: number;
}

/** A refusal for too many requests. */
export interface Limited {
  retryAfterMs: number;
  scope: 'user' | 'global' | 'shared';
}

interface Window {
  used: number;
  limit: number;
  endsAt: number;
}

interface Quota {
  limit: number;
  windowMs: number;
}

/**
 * Requests per window of a route, for each guild, channel or webhook. Discord publishes no figures: these are what its
 * headers have been seen to say (discord.py #6073 for messages), and elsewhere a guess on the strict side. Clients
 * must read the headers.
 */
const QUOTAS: Record<string, Quota> = {
  'POST /channels/{channel_id}/messages': { limit: 5, windowMs: 5_000 },
  'PATCH /channels/{channel_id}/messages/{message_id}': { limit: 5, windowMs: 5_000 },
  'DELETE /channels/{channel_id}/messages/{message_id}': { limit: 5, windowMs: 1_000 },
  'POST /guilds/{guild_id}/scheduled-events': { limit: 5, windowMs: 5_000 },
  'PATCH /guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}': { limit: 5, windowMs: 5_000 },
  'POST /users/@me/channels': { limit: 10, windowMs: 5_000 },
  'POST /webhooks/{webhook_id}/{webhook_token}': { limit: 5, windowMs: 2_000 },
  'PUT /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me': { limit: 1, windowMs: 250 },
  'DELETE /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me': {
    limit: 1,
    windowMs: 250,
  },
  'POST /channels/{channel_id}/messages/bulk-delete': { limit: 1, windowMs: 1_000 },
  'POST /channels/{channel_id}/webhooks': { limit: 5, windowMs: 5_000 },
  'GET /guilds/{guild_id}/members': { limit: 10, windowMs: 10_000 },
};
const DEFAULT_QUOTA: Quota = { limit: 20, windowMs: 5_000 };

/** Everything that counts: buckets per route and major parameter, and the whole bot's requests per second. */
export class RateLimiter {
  private readonly windows = new Map<string, Window>();
  /** Times of the bot's requests within the last second: the sliding window catches bursts across a fixed one's edge. */
  private recent: number[] = [];

  /** Whom Discord's outer wall keeps away. */
  readonly invalid: InvalidRequests;

  constructor(
    readonly options: RateLimitOptions,
    private readonly clock: Clock,
  ) {
    this.invalid = new InvalidRequests(options, clock);
  }

  /** Counts a request of the whole bot; says how long to wait if that is one too many. */
  takeGlobal(): Limited | null {
    if (!this.options.enabled) return null;
    const now = this.clock();
    const start = this.recent.findIndex((time) => time > now - 1_000);
    this.recent = start === -1 ? [] : this.recent.slice(start);
    if (this.recent.length < this.options.globalPerSecond) {
      this.recent.push(now);
      return null;
    }
    return { retryAfterMs: (this.recent[0] ?? now) + 1_000 - now, scope: 'global' };
  }

  /** Counts a request in its bucket. `major` is its guild, channel or webhook id. */
  takeBucket(route: string, major: string): { state: BucketState; limited: Limited | null } | null {
    if (!this.options.enabled) return null;
    const quota = QUOTAS[route] ?? DEFAULT_QUOTA;
    const { window, limited } = this.count(`${route} ${major}`, quota);
    const remaining = Math.max(0, window.limit - window.used);
    const state = { bucket: bucketHash(route), limit: window.limit, remaining, resetAt: window.endsAt };
    return { state, limited: limited ? { retryAfterMs: window.endsAt - this.clock(), scope: 'user' } : null };
  }

  /** Counts against a limit that Discord does not announce in headers; gives the wait in ms if it is exceeded. */
  takeHidden(key: string, limit: number, windowMs: number): number | null {
    if (!this.options.enabled) return null;
    const { window, limited } = this.count(key, { limit, windowMs });
    return limited ? window.endsAt - this.clock() : null;
  }

  private count(key: string, quota: Quota): { window: Window; limited: boolean } {
    const now = this.clock();
    let window = this.windows.get(key);
    if (!window || window.endsAt <= now) {
      window = { used: 0, limit: quota.limit, endsAt: now + quota.windowMs };
      this.windows.set(key, window);
      if (this.windows.size > 10_000) this.forgetEnded(now);
    }
    if (window.used >= window.limit) return { window, limited: true };
    window.used += 1;
    return { window, limited: false };
  }

  private forgetEnded(now: number): void {
    for (const [key, window] of this.windows) if (window.endsAt <= now) this.windows.delete(key);
  }

  /** Forgets all counts. */
  clear(): void {
    this.windows.clear();
    this.recent = [];
    this.invalid.clear();
  }
}

const hashes = new Map<string, string>();

/** Discord names buckets by an opaque hash; the same route has always the same. */
function bucketHash(route: string): string {
  const known = hashes.get(route);
  if (known !== undefined) return known;
  const hash = createHash('md5').update(route).digest('hex');
  hashes.set(route, hash);
  return hash;
}
