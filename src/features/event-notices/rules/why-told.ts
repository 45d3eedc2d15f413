import type { EventWithRoster } from '../../events/rules/event-record.js';
import { holdsSeat, type RosterEntry } from '../../events/rules/roster.js';
import type { Guild } from '../../guilds/rules/guild.js';
import type { User } from '../../users/rules/user.js';
import type { Delivery } from './delivery.js';
import { isToldOf, NOTICE_KINDS, type NoticeKind } from './notice.js';
import { nextReminder, offsetsOfPeople } from './reminders.js';

/** Why somebody was told something of an event, or was not; stable, for programs. */
export const NOTICE_REASONS = [
  'sent',
  'mentioned',
  'under_way',
  'dm_closed',
  'failed',
  'out_of_date',
  'no_seat',
  'opted_out',
  'not_published',
  'no_reminders',
  'not_due',
  'too_late',
] as const;
export type NoticeReasonCode = (typeof NOTICE_REASONS)[number];

/** One reason, in plain words. */
export interface NoticeReason {
  readonly kind: NoticeKind;
  readonly code: NoticeReasonCode;
  readonly detail: string;
  /** When a reminder comes; `null` otherwise. */
  readonly due_at: Date | null;
}

/** Somebody's way to one notice. */
export type PersonalDelivery = Pick<Delivery, 'notice_id' | 'event_id' | 'way' | 'state'>;

const STATES: Readonly<Record<Delivery['state'], readonly [NoticeReasonCode, string]>> = {
  pending: ['under_way', 'The message is under way.'],
  sent: ['sent', 'The message was sent.'],
  closed: ['dm_closed', 'They take no direct messages from the bot; a server mentions them where one can.'],
  skipped: ['out_of_date', 'It would not have been true, or wanted, any more when it was to be sent.'],
  failed: ['failed', 'Discord did not take the message; the failed jobs say why.'],
};

/** What became of what somebody was told, and why no reminder came or comes; by the rules that remind people. */
export function whyTold(
  event: EventWithRoster,
  entry: RosterEntry,
  user: User,
  servers: readonly Guild[],
  deliveries: readonly PersonalDelivery[],
  now: Date,
): NoticeReason[] {
  const past = deliveries.flatMap(({ notice_id, way, state }) => {
    const kind = NOTICE_KINDS.find((known) => notice_id.startsWith(`${event.id}/${known}/`));
    if (kind === undefined) return [];
    if (way !== 'direct' && state === 'sent') return [reason(kind, 'mentioned', 'A server mentioned them.')];
    return [reason(kind, ...STATES[state])];
  });
  return [...past, ...whyReminder(event, entry, user, servers, now)];
}

function whyReminder(
  event: EventWithRoster,
  { status }: RosterEntry,
  user: User,
  servers: readonly Guild[],
  now: Date,
): NoticeReason[] {
  const because = (code: NoticeReasonCode, detail: string, dueAt: Date | null = null): NoticeReason[] => [
    reason('reminder', code, detail, dueAt),
  ];
  if (event.state !== 'published')
    return because('not_published', `The event is ${event.state}: nobody is reminded of it.`);
  if (!holdsSeat(status)) return because('no_seat', 'Only those who have a seat are reminded.');
  if (!isToldOf(user, 'reminder')) return because('opted_out', 'They switched off direct reminders.');
  const offsets = offsetsOfPeople(event, servers);
  if (offsets.length === 0)
    return because('no_reminders', 'Neither the event nor its servers have reminders.');
  const next = nextReminder(event.start_at_utc, offsets, now);
  return next === null
    ? because('too_late', 'The last reminder of this start has passed.')
    : because('not_due', 'The next reminder is not due yet.', next);
}

function reason(
  kind: NoticeKind,
  code: NoticeReasonCode,
  detail: string,
  dueAt: Date | null = null,
): NoticeReason {
  return { kind, code, detail, due_at: dueAt };
}
