/**
 * What to do about a refusal of Discord (docs/discord.md, "Error codes").
 * `wait`: try again later · `forbidden`: a permission is missing in this server · `gone`: the target does not exist any more ·
 * `finished`: the scheduled event is over · `capacity`: one of Discord's limits is full · `closed`: this person takes no
 * messages · `credentials`: our token is refused · `fault`: our own request is wrong.
 */
export type Treatment =
  'wait' | 'forbidden' | 'gone' | 'finished' | 'capacity' | 'closed' | 'credentials' | 'fault';

/** A call that Discord did not carry out, sorted by what can be done about it. */
export class DiscordFailure extends Error {
  override readonly name = 'DiscordFailure';

  constructor(
    readonly treatment: Treatment,
    /** In plain words, with Discord's code and the path. Holds no secret. */
    message: string,
    /** Discord's error code; 0 when it sent none. */
    readonly code: number,
    /** How long Discord asks us to wait, in milliseconds; `null` when it did not say. */
    readonly retryAfterMs: number | null = null,
    /** True when Discord may have done the work all the same (a lost answer, a 5xx). */
    readonly outcomeUnknown = false,
  ) {
    super(message);
  }
}
