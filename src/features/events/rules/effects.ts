import type { WebhookEventType } from '../../webhooks/rules/event-types.js';
import type { EventChange, EventRecord } from './event-record.js';
import type { EntryChange, RosterEntry } from './roster.js';

/** Something that others are told after an event has changed. */
export interface Effect {
  /** The same for the same change, however often it is derived: of event, revision, and entry or kind of change. */
  readonly id: string;
  readonly type: EffectType;
  readonly occurred_at: Date;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The webhooks' types that tell of events and of people's answers to them. */
type EffectType = Extract<WebhookEventType, `${'event' | 'signup' | 'waitlist'}.${string}`>;

const ENTRY_EFFECTS: Readonly<Partial<Record<EntryChange, EffectType>>> = {
  signed_up: 'signup.created',
  moved: 'signup.moved',
  withdrawn: 'signup.withdrawn',
  promoted: 'waitlist.promoted',
};

/** Whether others are told of a change of an entry. One that they are not told of must not hide an earlier one. */
export function isTold(change: EntryChange): boolean {
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
  const type = ENTRY_EFFECTS[entry.change];
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
