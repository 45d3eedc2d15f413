/**
 * How a call between backend and bot failed.
 * - `unreachable`: no connection, or the breaker is open; nothing was done
 * - `timed_out`: no answer in time, or the connection broke before it; the work may have been done
 * - `refused`: the other side understood and said no (4xx); asking again changes nothing
 * - `failed`: the other side failed itself (5xx), or answered what cannot be understood
 */
export type CallFailureKind = 'unreachable' | 'timed_out' | 'refused' | 'failed';

/** A call between backend and bot that did not work. Its message holds no body and no secret. */
export class CallFailure extends Error {
  override readonly name = 'CallFailure';

  /** How long the other side asks us to wait, in milliseconds; `null` when it did not say. */
  readonly retryAfterMs: number | null;

  /** @param status of the answer, `null` without one */
  constructor(
    readonly kind: CallFailureKind,
    message: string,
    readonly status: number | null = null,
    { retryAfterMs = null, ...options }: ErrorOptions & { readonly retryAfterMs?: number | null } = {},
  ) {
    super(message, options);
    this.retryAfterMs = retryAfterMs;
  }

  /** Whether the same call may work later. */
  get passing(): boolean {
    return this.kind !== 'refused';
  }
}
