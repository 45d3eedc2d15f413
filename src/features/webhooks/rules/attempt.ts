import type { Attempt } from './delivery.js';

/** What a receiver answered, or why none did. */
export interface SendResult extends Attempt {
  /** When the receiver asks to be spared until then, in milliseconds from now. */
  readonly retry_after_ms: number | null;
}

/** How often a delivery was tried again already, and how often it may be. */
export interface Tries {
  readonly retry_count: number;
  readonly max_retries: number;
}

/** `again`: to be tried again · `gone`: the receiver wants nothing more, ever. */
export type Verdict = 'delivered' | 'again' | 'failed' | 'gone';

/** A receiver that asks for patience gets it, up to an hour: the tries still have to fit into a day. */
const MAX_PATIENCE_MS = 3_600_000;

const GONE = 410;

/** What follows from a try. */
export function judge({ error, response_status }: Attempt, { retry_count, max_retries }: Tries): Verdict {
  if (error === null) return 'delivered';
  if (response_status === GONE) return 'gone';
  return retry_count < max_retries ? 'again' : 'failed';
}

/** The least wait before the next try that a receiver's wish makes; `null` when it has none. */
export function patienceMs(retryAfterMs: number | null): number | null {
  return retryAfterMs === null ? null : Math.min(retryAfterMs, MAX_PATIENCE_MS);
}

/**
 * Reads a `Retry-After`: seconds, or a date (RFC 9110, 10.2.3).
 * @returns milliseconds from `now`; `null` when there is none, or it says nothing usable
 */
export function retryAfterMs(header: string | undefined, now: Date): number | null {
  if (header === undefined) return null;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1_000;
  // Date.parse takes far more than dates of HTTP; their oldest form leaves out that it means GMT.
  const at = /^[A-Z][a-z]{2,8},? /.test(header) ? Date.parse(`${header.replace(/ GMT$/, '')} GMT`) : NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
