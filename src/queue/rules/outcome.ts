/**
 * Thrown by a job's work: not now, try again. `delayMs` is the wait in milliseconds, `null` for the policy's own;
 * `counts` is false when it was nobody's fault, so that it uses up no retry.
 */
export class RetryLater extends Error {
  override readonly name = 'RetryLater';

  constructor(
    message: string,
    readonly delayMs: number | null,
    readonly counts: boolean,
  ) {
    super(message);
  }
}

/** Thrown by a job's work: trying again will not help until a person mends something. */
export class PermanentFailure extends Error {
  override readonly name = 'PermanentFailure';
}
