import type { EventRecord, EventWithRoster } from '../../events/rules/event-record.js';
import { endOf } from '../../events/rules/event.js';
import {
  COMING,
  type EntryChange,
  holdsSeat,
  isSignedUp,
  type RosterEntry,
} from '../../events/rules/roster.js';
import { isOpen } from '../../events/rules/transitions.js';
import { DM_KINDS, type DmKind, type User, wantsDm } from '../../users/rules/user.js';

/** Whom an organizer writes to: who has a seat, who waits for one, or everybody who comes or may. */
export const AUDIENCES = ['all', 'seated', 'waitlist'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What is always told directly, whatever somebody has switched off: it answers what they asked for. */
const PERSONAL_KINDS = ['offer', 'lapsed', 'approved', 'declined'] as const;
export const NOTICE_KINDS = [...DM_KINDS, ...PERSONAL_KINDS] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** A kind that a person can switch off; `null` for one that always comes. */
export function switchOf(kind: NoticeKind): DmKind | null {
  return DM_KINDS.find((known) => known === kind) ?? null;
}

/** Whether somebody is told directly of things of this kind. */
export function isToldOf(user: Pick<User, 'dm_opt_in' | 'dm_kinds'>, kind: NoticeKind): boolean {
  const known = switchOf(kind);
  return known === null || wantsDm(user, known);
}

/** Something that members are told about an event, once, on every server and to every person whom it concerns. */
export interface Notice {
  /** Made of the event, the kind and the occasion, so that the same thing is never told twice. */
  readonly id: string;
  readonly event_id: string;
  readonly org_id: string;
  readonly kind: NoticeKind;
  /** A reminder's: which start it is about, and how many minutes before it. */
  readonly start_at_utc: Date | null;
  readonly offset_minutes: number | null;
  /** The revision of the event that made the change. */
  readonly rev: number | null;
  /** A promotion's: whom. */
  readonly user_ids: readonly string[];
  /** An announcement's: what, to whom, by whom. */
  readonly message: string | null;
  readonly audience: Audience | null;
  readonly author_id: string | null;
  /** Its number among those of a day, which no other one has. */
  readonly slot: string | null;
  /** `new`: no one is told yet · `told`: messages are under way, and those that fail are to be collected. */
  readonly stage: 'new' | 'told';
  /** When it is to be looked at next; `null` when all is done. */
  readonly due_at: Date | null;
  readonly created_at: Date;
}

/** A notice but for what its kind has of its own. */
export type NewNotice = Omit<Notice, 'stage' | 'due_at' | 'created_at'> & { readonly due_at: Date };

/** What members would be told of a change. */
export interface NoticeForecast {
  readonly kind: NoticeKind;
  /** How many it concerns. */
  readonly people: number;
  /** How many of them want to be told of it directly. */
  readonly direct: number;
}

/** What has no meaning for most kinds. */
export const NOTHING_OF_ITS_OWN = {
  start_at_utc: null,
  offset_minutes: null,
  rev: null,
  user_ids: [],
  message: null,
  audience: null,
  author_id: null,
  slot: null,
} as const;

/** A change of time or place may be corrected within this time; then only the last one is told. */
const CHANGE_SETTLES_MS = 5_000;

/** The fields whose change those who come have to know. */
const TOLD_FIELDS: readonly string[] = ['start_at_utc', 'location'];

/** What somebody is told of a change of their own entry. */
const TOLD_CHANGES: Readonly<Partial<Record<EntryChange, NoticeKind>>> = {
  promoted: 'promotion',
  offered: 'offer',
  lapsed: 'lapsed',
  approved: 'approved',
  declined: 'declined',
};

/** What members are to be told of the changes after `effects_revision`: a move, a cancellation, promotions. */
export function noticesOf(event: EventRecord, entries: readonly RosterEntry[]): NewNotice[] {
  const { id: eventId, org_id, effects_revision: since } = event;
  const told = (kind: NoticeKind, rev: number, at: Date): NewNotice => ({
    ...NOTHING_OF_ITS_OWN,
    id: `${eventId}/${kind}/${rev}`,
    event_id: eventId,
    org_id,
    kind,
    rev,
    due_at: at,
  });
  const changes = event.changes
    .filter(({ rev }) => rev > since)
    .flatMap(({ kind, fields = [], rev, at }) => {
      if (kind === 'cancelled') return [told('cancellation', rev, at)];
      const isMove = kind === 'updated' && fields.some((field) => TOLD_FIELDS.includes(field));
      return isMove ? [told('change', rev, new Date(at.getTime() + CHANGE_SETTLES_MS))] : [];
    });
  const personal = entries.filter(({ change, change_rev }) => change in TOLD_CHANGES && change_rev > since);
  const occasions = new Map(personal.map(({ change, change_rev }) => [`${change}/${change_rev}`, change]));
  const letters = [...occasions].flatMap(([occasion, change]) => {
    const kind = TOLD_CHANGES[change];
    const together = personal.filter((entry) => `${entry.change}/${entry.change_rev}` === occasion);
    const [first] = together;
    if (kind === undefined || first === undefined) return [];
    return [
      {
        ...told(kind, first.change_rev, first.changed_at),
        user_ids: together.map(({ user_id }) => user_id),
      },
    ];
  });
  return [...changes, ...letters];
}

/** The reminder of a start, so many minutes before it. */
export function reminderOf(
  { id, org_id, start_at_utc }: Pick<EventRecord, 'id' | 'org_id' | 'start_at_utc'>,
  offset: number,
  now: Date,
): NewNotice {
  return {
    ...NOTHING_OF_ITS_OWN,
    id: `${id}/reminder/${start_at_utc.toISOString()}/${offset}`,
    event_id: id,
    org_id,
    kind: 'reminder',
    start_at_utc,
    offset_minutes: offset,
    due_at: now,
  };
}

/** Whether what a notice says is still so. */
export function isStillTrue(notice: Notice, event: EventRecord, now: Date): boolean {
  switch (notice.kind) {
    case 'reminder':
      return (
        event.state === 'published' &&
        isSame(event.start_at_utc, notice.start_at_utc) &&
        now < event.start_at_utc
      );
    case 'promotion':
    case 'offer':
    case 'lapsed':
    case 'approved':
    case 'declined':
      return isOpen(event.state) && now < endOf(event);
    case 'change':
      return isOpen(event.state) && now < endOf(event) && !isOvertaken(notice, event);
    case 'cancellation':
      return event.state === 'cancelled' && now < endOf(event);
    case 'announcement':
      // Without words since their author erased the account.
      return event.state !== 'draft' && notice.message !== null;
  }
}

function isSame(one: Date, other: Date | null): boolean {
  return one.getTime() === other?.getTime();
}

/** Whether time or place changed once more since. */
function isOvertaken({ rev }: Notice, { changes }: EventRecord): boolean {
  return changes.some(
    (change) => change.rev > (rev ?? 0) && (change.fields ?? []).some((field) => TOLD_FIELDS.includes(field)),
  );
}

/** Whom of an event's people a notice concerns, by user id. */
export function concerned(notice: Notice, { roster }: Pick<EventWithRoster, 'roster'>): string[] {
  return roster.filter((entry) => concerns(notice, entry)).map(({ user_id }) => user_id);
}

function concerns({ kind, user_ids, audience }: Notice, { user_id, status }: RosterEntry): boolean {
  switch (kind) {
    case 'reminder':
      return holdsSeat(status);
    case 'promotion':
      return user_ids.includes(user_id) && holdsSeat(status);
    case 'offer':
      return user_ids.includes(user_id) && status === 'offered';
    case 'approved':
      return user_ids.includes(user_id) && isSignedUp({ status });
    case 'lapsed':
    case 'declined':
      return user_ids.includes(user_id) && status === 'withdrawn';
    case 'change':
    case 'cancellation':
      return COMING.includes(status);
    case 'announcement':
      if (audience === 'seated') return holdsSeat(status);
      return audience === 'waitlist' ? status === 'waitlist' : COMING.includes(status);
  }
}
