import type { ServerFeature } from './permissions.js';

/** Discord's limits of what a server holds, by what is refused when one is reached. */
export const SERVER_LIMITS = {
  more_scheduled_events: 100,
  more_roles: 250,
  more_channels: 500,
  more_threads: 1_000,
} as const;
type Limited = keyof typeof SERVER_LIMITS;

/** What may be refused on a server by itself; `mapped_roles`: roles that something stands for and that cannot be given. */
export type Capability = ServerFeature | Limited | 'mapped_roles';

/** Whether it is refused when the server is full of such things. */
export function isLimited(capability: Capability): capability is Limited {
  return capability in SERVER_LIMITS;
}

/**
 * `permission`: the bot lacks one · `channel`: the channel is gone, or holds no messages · `full`: one of Discord's limits is
 * reached · `role`: a role is gone, or stands above the bot's own.
 */
export const FAULT_KINDS = ['permission', 'channel', 'full', 'role'] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** Something that Discord refuses on a server until a person there mends it. */
export interface ServerFault {
  readonly id: string;
  readonly guild_id: string;
  readonly capability: Capability;
  readonly kind: FaultKind;
  readonly channel_id: string | null;
  /** The roles that cannot be given; missing where it is not about roles. */
  readonly role_ids?: readonly string[];
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
export type NewFault = Pick<
  ServerFault,
  'guild_id' | 'capability' | 'kind' | 'channel_id' | 'role_ids' | 'message'
>;
