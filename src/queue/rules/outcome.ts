/**
 * Thrown by a job's work: not now, try again. `counts` is false when nothing failed, such as a wait for a turn: it uses up no
 * retry. `delayMs` is the wait in milliseconds, `null` for the policy's own, which is also the least when the try counts.
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
