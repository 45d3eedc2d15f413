import type { AuditAction, AuditEntry } from '../../audit/rules/audit-entry.js';
import type { WebhookEventType } from '../../webhooks/rules/event-types.js';
import { CLOCK, type EventChange, type EventRecord } from './event-record.js';
import type { EntryChange, RosterEntry } from './roster.js';

/** Something that others are told after an event has changed. */
export interface Effect {
  /** The same for the same change, however often it is derived: of event, revision, and entry or kind of change. */
  readonly id: string;
  readonly type: EffectType;
  readonly occurred_at: Date;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * What the timeline says beside what staff did: members' own answers, who was promoted, and what the clock did; since
 * `effects_revision`, as in `effectsOf`.
 */
export function timelineOf(event: EventRecord, entries: readonly RosterEntry[]): AuditEntry[] {
  const { id: eventId, effects_revision: since } = event;
  const withoutActor = {
    event_id: eventId,
    org_id: null,
    actor_id: null,
    fields: [],
    values: {},
    request_id: null,
  };
  return [
    ...event.changes.flatMap(({ id, kind, rev, at }): AuditEntry[] =>
      rev > since && (kind === 'started' || kind === 'completed') && id.startsWith(CLOCK)
        ? [
            {
              ...withoutActor,
              id: `${eventId}/${rev}/${kind}`,
              action: `event.${kind}`,
              target_id: eventId,
              source: 'system',
              at,
            },
          ]
        : [],
    ),
    ...entries.flatMap((entry): AuditEntry[] =>
      ownChanges(eventId, since, entry).map(([id, action, at]) => ({
        ...withoutActor,
        ...{ id, action, at },
        target_id: entry.user_id,
        source: entry.source,
      })),
    ),
  ];
}

/** What happened to an entry without staff, whose acts are written down as they do them: by id, name and time. */
function ownChanges(
  eventId: string,
  since: number,
  { id, change, change_rev, changed_at, status, checked_in_at, rev, commands }: RosterEntry,
): [id: string, action: AuditAction, at: Date][] {
  const isByStaff = (result: EntryChange) =>
    commands.some((command) => command.result === result && command.by_staff === true);
  const changes: [id: string, action: AuditAction, at: Date][] = [];
  const action = entryType(change);
  if (change_rev > since && action !== undefined && !isByStaff(change))
    changes.push([`${eventId}/${change_rev}/${id}`, action, changed_at]);
  // No one else is told of a check-in, so that it hides no change before it.
  if (rev > since && status === 'checked_in' && checked_in_at !== null && !isByStaff('checked_in'))
    changes.push([
      `${eventId}/check_in/${id}/${checked_in_at.getTime()}`,
      'signup.checked_in',
      checked_in_at,
    ]);
  return changes;
}

/** The webhooks' types that tell of events and of people's answers to them. */
type EffectType = Extract<WebhookEventType, `${'event' | 'signup' | 'waitlist'}.${string}`>;

const ENTRY_EFFECTS = {
  signed_up: 'signup.created',
  approved: 'signup.approved',
  declined: 'signup.declined',
  offered: 'waitlist.offered',
  accepted: 'waitlist.promoted',
  lapsed: 'waitlist.lapsed',
  moved: 'signup.moved',
  withdrawn: 'signup.withdrawn',
  promoted: 'waitlist.promoted',
} as const satisfies Partial<Record<EntryChange, EffectType>>;

function entryType(change: EntryChange): (typeof ENTRY_EFFECTS)[keyof typeof ENTRY_EFFECTS] | undefined {
  return isTold(change) ? ENTRY_EFFECTS[change] : undefined;
}

/** Whether others are told of a change of an entry. One that they are not told of must not hide an earlier one. */
export function isTold(change: EntryChange): change is keyof typeof ENTRY_EFFECTS {
  return change in ENTRY_EFFECTS;
}

/**
 * What to tell of the changes that the event made after `effects_revision`: every change of the event as a whole, and the
 * last one of each entry. Changes of a draft are not told.
 * @param entries those with a higher `rev`; others may be among them
 */
export function effectsOf(event: EventRecord, entries: readonly RosterEntry[]): Effect[] {
  const since = event.effects_revision;
  return [
    ...event.changes.filter(({ rev }) => rev > since).flatMap((change) => eventEffect(event, change) ?? []),
    ...entries
      .filter(({ change_rev }) => change_rev > since)
      .flatMap((entry) => entryEffect(event, entry) ?? []),
  ];
}

function eventEffect(event: EventRecord, { kind, rev, at }: EventChange): Effect | null {
  if (kind === 'drafted') return null;
  return {
    id: `${event.id}/${rev}/${kind}`,
    type: `event.${kind}`,
    occurred_at: at,
    data: eventData(event),
  };
}

function entryEffect(event: EventRecord, entry: RosterEntry): Effect | null {
  const type = entryType(entry.change);
  if (type === undefined) return null;
  return {
    id: `${event.id}/${entry.change_rev}/${entry.id}`,
    type,
    occurred_at: entry.changed_at,
    data: { ...eventData(event), signup: signupData(entry) },
  };
}

function eventData(event: EventRecord): Readonly<Record<string, unknown>> {
  const { id, org_id, title, type, state, start_at_utc, duration_minutes, edition } = event;
  return { event_id: id, org_id, title, type, state, start_at_utc, duration_minutes, revision: edition };
}

function signupData({
  id,
  user_id,
  status,
  role_id,
  source,
}: RosterEntry): Readonly<Record<string, unknown>> {
  return { id, user_id, status, role_id, source };
}
