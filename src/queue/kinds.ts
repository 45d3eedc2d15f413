import type { z } from 'zod';

/**
 * The queues, by their keys' prefix in Redis. Deliveries of webhooks have one of their own: they wait for strangers' servers,
 * and must not stand before what members wait for.
 */
export const QUEUE_NAMES = ['verselink', 'verselink-webhooks'] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];

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

/** A kind of job: what it needs and how it is tried. */
export interface JobKind<P extends object> {
  readonly payload: z.ZodType<P>;
  readonly policy: JobPolicy;
  /** A prefix, and the fields whose values follow it: while one job of this id is pending, another is needless. */
  readonly dedupe: readonly [prefix: string, ...fields: (keyof P & string)[]];
}

/** A kind of trigger that is set going when something changed. */
export interface TriggerKind<P extends object> {
  readonly payload: z.ZodType<P>;
  /** The field that tells two of them apart: while one waits, another of this id is needless. */
  readonly id: keyof P & string;
}

/** A trigger that fires by itself, every so many milliseconds, in one process. */
export interface Schedule {
  readonly everyMs: number;
  /** For one that fires seldom: how often to try, and the first wait, which doubles. */
  readonly retry?: { readonly attempts: number; readonly firstWaitMs: number };
  /** Whether it looks for what was lost: then each boot, and an admin's "process now", set it going. */
  readonly sweeps?: boolean;
}

/** A kind of job whose policy and id are checked against its payload. */
export function job<P extends object>(kind: JobKind<P>): JobKind<P> {
  return kind;
}

/** A kind of trigger whose id is checked against its payload. */
export function trigger<P extends object>(kind: TriggerKind<P>): TriggerKind<P> {
  return kind;
}

/** The wait before retry number `retry` (1, 2, …), in milliseconds, with up to a quarter of jitter. */
export function backoffMs(policy: JobPolicy, retry: number, chance: number = Math.random()): number {
  const wait = Math.min(policy.backoffMs * 2 ** (retry - 1), policy.maxBackoffMs);
  return Math.round(wait * (0.75 + chance / 4));
}
