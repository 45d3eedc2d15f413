import type { ServerFeature } from './permissions.js';

/** What may be refused on a server by itself: `more_scheduled_events` is refused when the server is full. */
export type Capability = ServerFeature | 'more_scheduled_events';

/**
 * `permission`: the bot lacks one · `channel`: the channel is gone, or holds no messages · `full`: one of Discord's limits is
 * reached.
 */
export const FAULT_KINDS = ['permission', 'channel', 'full'] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** Something that Discord refuses on a server until a person there mends it. */
export interface ServerFault {
  readonly id: string;
  readonly guild_id: string;
  readonly capability: Capability;
  readonly kind: FaultKind;
  readonly channel_id: string | null;
  /** In plain words, with Discord's code and path. */
  readonly message: string;
  readonly since: Date;
  /**
   * Whether we see the cause ourselves. Then nothing is asked for until it is gone; otherwise what is asked for is tried, and a
   * success mends the fault.
   */
  readonly explained: boolean;
  /** When it was last tried all the same. */
  readonly tried_at: Date;
  /** When an organizer was told; `null` before that. */
  readonly told_at: Date | null;
}

/** What was refused. */
export type NewFault = Pick<ServerFault, 'guild_id' | 'capability' | 'kind' | 'channel_id' | 'message'>;
