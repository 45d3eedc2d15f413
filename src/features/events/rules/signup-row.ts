import type { User } from '../../users/rules/user.js';
import type { EventRecord } from './event-record.js';
import {
  isWaiting,
  type RosterEntry,
  type ShipPost,
  type SignupSource,
  type SignupStatus,
  wishesOf,
} from './roster.js';

/** A signup as people read it (docs/architecture.md, "The roster"). */
export interface SignupRow {
  readonly id: string;
  readonly user_id: string;
  readonly discord_id: string;
  readonly handle: string;
  /** Discord servers where they were seen; `undefined` when it is not known. */
  readonly seen_on?: readonly string[] | undefined;
  readonly role_id: string | null;
  readonly role_name: string | null;
  /** The roles that they want, the dearest first, as long as they wait; none otherwise. */
  readonly role_ids: readonly string[];
  readonly status: SignupStatus;
  /** Until when a seat is held for them; `null` without an offer. */
  readonly offer_expires_at: Date | null;
  /** 1 for the first of those waiting; `null` for someone who does not wait. */
  readonly position_in_waitlist: number | null;
  readonly notes: string | null;
  readonly ship_model: string | null;
  readonly ship_id: string | null;
  readonly ship_post: ShipPost | null;
  readonly source: SignupSource;
  readonly created_at: Date;
  readonly checked_in_at: Date | null;
}

/** An event that a member has an answer to. */
export interface OwnEntry {
  readonly event: EventRecord;
  readonly entry: RosterEntry;
  /** How many wait in front of them. */
  readonly ahead: number;
}

/** The person behind an entry. */
export type Participant = Pick<User, 'id' | 'discord_id' | 'handle' | 'seen_on'>;

/**
 * @param user the person of the entry; `undefined` when their account is gone
 * @param position place in the queue; `null` for someone who does not wait
 */
export function toSignupRow(
  event: Pick<EventRecord, 'roles'>,
  entry: RosterEntry,
  user: Participant | null,
  position: number | null,
): SignupRow {
  return {
    id: entry.id,
    user_id: entry.user_id,
    discord_id: user?.discord_id ?? '',
    handle: user?.handle ?? '',
    seen_on: user?.seen_on,
    role_id: entry.role_id,
    role_name: roleNameOf(event, entry),
    role_ids: isWaiting(entry) ? wishesOf(entry).filter((roleId) => roleId !== null) : [],
    status: entry.status,
    offer_expires_at: entry.offer_expires_at ?? null,
    position_in_waitlist: position,
    notes: entry.notes,
    ship_model: entry.ship_model,
    ship_id: entry.ship_id ?? null,
    ship_post: entry.ship_post ?? null,
    source: entry.source,
    created_at: entry.created_at,
    checked_in_at: entry.checked_in_at,
  };
}

/** The name of an entry's role, `null` without one. */
export function roleNameOf(event: Pick<EventRecord, 'roles'>, { role_id }: RosterEntry): string | null {
  return event.roles.find(({ id }) => id === role_id)?.name ?? null;
}
