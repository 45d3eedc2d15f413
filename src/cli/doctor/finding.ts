import { DiscordFailure } from '../../common/discord-failure.js';
import type { Texts } from '../../languages/texts.js';

/** What came of one thing that was looked at or tried. */
export interface Finding {
  readonly check: string;
  readonly outcome: 'ok' | 'missing' | 'skipped';
  /** What to do, or why it was not tried. */
  readonly note: string | null;
}

export type DoctorTexts = Texts['doctor'];

export const found = (check: string, remedy: string | null): Finding => ({
  check,
  outcome: remedy === null ? 'ok' : 'missing',
  note: remedy,
});

export const skipped = (check: string, reason: string): Finding => ({
  check,
  outcome: 'skipped',
  note: reason,
});

/** Does something on Discord, and says what to do when it is refused. */
export async function attempt(
  check: string,
  texts: DoctorTexts,
  work: () => Promise<unknown>,
): Promise<Finding> {
  try {
    await work();
    return found(check, null);
  } catch (error) {
    if (!(error instanceof DiscordFailure)) throw error;
    return found(check, remedyOf(error, texts));
  }
}

function remedyOf({ treatment, message }: DiscordFailure, { remedies }: DoctorTexts): string {
  if (treatment === 'credentials') return remedies.token;
  if (treatment === 'capacity') return remedies.full(message);
  if (treatment === 'closed') return remedies.closed;
  if (treatment === 'wait') return remedies.later(message);
  return remedies.other(message);
}
