import type { JobType } from './rules/job.js';
import type { QueueName } from './tokens.js';

/** How a kind of job is tried. */
export interface JobPolicy {
  /** The queue that it waits in; triggers wait in the first. */
  readonly queue: QueueName;
  /** Tries after the first, for failures that count; rate limits and waiting for another worker do not. */
  readonly maxRetries: number;
  /** First wait in milliseconds; it doubles with each retry, up to `maxBackoffMs`. */
  readonly backoffMs: number;
  readonly maxBackoffMs: number;
}

const DISCORD_CALL: JobPolicy = {
  queue: 'verselink',
  maxRetries: 8,
  backoffMs: 1_000,
  maxBackoffMs: 60_000,
};

/** Thirteen tries within a day or so: half a minute after the first, nine hours before the last. */
const WEBHOOK: JobPolicy = {
  queue: 'verselink-webhooks',
  maxRetries: 12,
  backoffMs: 30_000,
  maxBackoffMs: 9 * 3_600_000,
};

/** The bot may be away for hours: tried about once a minute for five of them, and by the sweep after that. */
const BOT_CALL: JobPolicy = { queue: 'verselink', maxRetries: 300, backoffMs: 1_000, maxBackoffMs: 60_000 };

/** Every kind of job that has a handler, with its policy. A kind that is missing here cannot be enqueued. */
export const JOB_POLICIES = {
  create_discord_event: DISCORD_CALL,
  update_discord_event: DISCORD_CALL,
  delete_discord_event: DISCORD_CALL,
  manage_roles: BOT_CALL,
  notify_user: BOT_CALL,
  webhook_delivery: WEBHOOK,
} as const satisfies Partial<Record<JobType, JobPolicy>>;

/** A kind of job that can be enqueued. */
export type EnqueuedJobType = keyof typeof JOB_POLICIES;

/**
 * Triggers: work without a row of its own, because the database itself says that it is due (a dirty event, a dirty server)
 * and the sweep finds it when the trigger is lost.
 */
export interface TriggerPayloads {
  /** An event changed: make its mirrors due. */
  mirror_event: { readonly event_id: string };
  /** A server was registered, edited or removed: make its mirrors due. */
  mirror_guild: { readonly guild_id: string };
  /** Events that the bot reported are due: work on their effects. */
  bot_events: Record<string, never>;
  /** Compare the memberships that Discord roles stand for with what Discord says. */
  compare_memberships: Record<string, never>;
  /** See whether the other half of VerseLink is well. */
  watch_bot: Record<string, never>;
  /** Find what was lost: dirty events and servers, due mirrors, lost job rows, undecided signups. */
  sweep: Record<string, never>;
}
export type TriggerName = keyof TriggerPayloads;

/** The wait before retry number `retry` (1, 2, …), in milliseconds, with up to a quarter of jitter. */
export function backoffMs(policy: JobPolicy, retry: number, chance: number = Math.random()): number {
  const wait = Math.min(policy.backoffMs * 2 ** (retry - 1), policy.maxBackoffMs);
  return Math.round(wait * (0.75 + chance / 4));
}
