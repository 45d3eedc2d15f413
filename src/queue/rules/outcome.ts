import type { DiscordFailure } from '../../common/discord-failure.js';

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

/** What Discord's refusal means for a job: again, when waiting may help, else not until a person mends something. */
export function outcomeOf({
  treatment,
  message,
  retryAfterMs,
}: DiscordFailure): RetryLater | PermanentFailure {
  if (treatment !== 'wait') return new PermanentFailure(message);
  // A wait that Discord asks for uses up no retry.
  return new RetryLater(message, retryAfterMs, retryAfterMs === null);
}
