import type { Actor } from '../../../common/actor.js';

/** Everything that is written down, by what it concerns. */
export type AuditAction =
  | `organization.${'created' | 'changed' | 'transferred'}`
  | `member.${'put' | 'removed' | 'left' | 'joined' | 'granted'}`
  | `invite.${'created' | 'revoked'}`
  | `join_request.${'created' | 'withdrawn' | 'accepted' | 'declined'}`
  | `guild.${'registered' | 'changed' | 'removed' | 'mended'}`
  | `role_mapping.${'created' | 'changed' | 'deleted'}`
  | `role_menu.${'created' | 'changed' | 'deleted'}`
  | `event.${'created' | 'changed' | 'published' | 'started' | 'completed' | 'cancelled' | 'deleted' | 'announced' | 'undone'}`
  | `signup.${'created' | 'changed' | 'moved' | 'withdrawn' | 'freed' | 'approved' | 'declined' | 'undone' | 'checked_in'}`
  | `payout.${'shared' | 'received' | 'not_received'}`
  | `feed.${'created' | 'revoked'}`
  | `series.${'created' | 'changed' | 'skipped' | 'deleted'}`
  | `template.${'created' | 'changed' | 'deleted'}`
  | `waitlist.${'promoted' | 'offered' | 'lapsed'}`
  | `account.${'changed' | 'erased'}`
  | `token.${'created' | 'revoked'}`
  | 'session.ended'
  | `mirror.${'created' | 'updated' | 'deleted' | 'message_posted'}`
  | `mirror.${'event_shown' | 'message_shown' | 'removed_by_hand' | 'set_right' | 'failed'}`
  | `notice.${'reminder' | 'promotion' | 'change' | 'cancellation' | 'offer' | 'lapsed' | 'approved' | 'declined'}`
  | `job.${'retried' | 'class_retried' | 'processed'}`
  | `plan.${'changed' | 'matched'}`
  | `webhook.${'created' | 'changed' | 'deleted' | 'secret_rotated' | 'tested' | 'redelivered'}`;

/** What an organization's audit may be narrowed to: the first word of its actions. */
export const AUDITED_NOUNS = [
  'organization',
  'member',
  'invite',
  'join_request',
  'guild',
  'role_mapping',
  'role_menu',
  'event',
  'signup',
  'waitlist',
  'payout',
  'feed',
  'series',
  'template',
  'mirror',
  'notice',
] as const;
export type AuditedNoun = (typeof AUDITED_NOUNS)[number];

/** Where somebody acted. `system`: the clock did, or a role on Discord. */
export type AuditSource = 'web' | 'discord' | 'system';

/** Who did what, never changed afterwards. It holds ids and names of fields, and values only of fields that are not personal. */
export interface AuditEntry {
  readonly id: string;
  /** `null` for what members do to their own signups: that is the event's timeline alone. */
  readonly org_id: string | null;
  readonly event_id: string | null;
  readonly action: AuditAction;
  /** A user's id; of one who erased their account, one that belongs to no user. `null` when no person did it. */
  readonly actor_id: string | null;
  /** What or whom it was done to, by id. */
  readonly target_id: string | null;
  /** The fields that were given. */
  readonly fields: readonly string[];
  readonly values: Readonly<Record<string, unknown>>;
  readonly source: AuditSource;
  readonly request_id: string | null;
  readonly at: Date;
}

/** Fields whose values say nothing of a person, and nothing that a person wrote. */
const PLAIN_FIELDS: ReadonlySet<string> = new Set([
  'audience',
  'auto_assign',
  'auto_create_channels',
  'auto_manage_roles',
  'auto_remove',
  'channel_layout',
  'duration_minutes',
  'expires_at',
  'free_seats_of_leavers',
  'include_private',
  'locale',
  'max_participants',
  'max_uses',
  'adopt_events',
  'message_tracking_enabled',
  'reminder_enabled',
  'publish_days_before',
  'reminder_offsets_minutes',
  'role',
  'rule',
  'start_at_utc',
  'state',
  'status',
  'timezone',
  'sync_enabled',
  'type',
  'verselink_role_type',
  'visibility',
  'welcome_enabled',
]);

/** What of a change may be written down: the names of its fields, and the plain values. */
export function described(change: object): Pick<AuditEntry, 'fields' | 'values'> {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  return {
    fields: given.map(([field]) => field).sort(),
    values: Object.fromEntries(given.filter(([field]) => PLAIN_FIELDS.has(field))),
  };
}

/** Where an actor acts. */
export function sourceOf(actor: Actor | null): AuditSource {
  if (actor === null) return 'system';
  return actor.on_discord === undefined ? 'web' : 'discord';
}
