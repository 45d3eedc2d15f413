import type { EventRecord } from './event-record.js';
import type { EntryChange, RosterEntry } from './roster.js';

/** Something that others are told after an event has changed. */
export interface Effect {
  /** The same for the same change, however often it is derived: (event, entry, revision). */
  readonly id: string;
  readonly type: EffectType;
  readonly occurred_at: Date;
  readonly data: Readonly<Record<string, unknown>>;
}

export const EFFECT_TYPES = [
  'event.published',
  'event.updated',
  'event.started',
  'event.completed',
  'event.cancelled',
  'signup.created',
  'signup.moved',
  'signup.withdrawn',
  'waitlist.promoted',
] as const;
export type EffectType = (typeof EFFECT_TYPES)[number];

const ENTRY_EFFECTS: Readonly<Partial<Record<EntryChange, EffectType>>> = {
  signed_up: 'signup.created',
  moved: 'signup.moved',
  withdrawn: 'signup.withdrawn',
  promoted: 'waitlist.promoted',
};

/**
 * What to tell of the changes that the event made after `effects_revision`.
 * @param entries those with a higher `rev`
 */
export function effectsOf(event: EventRecord, entries: readonly RosterEntry[]): Effect[] {
  const changes = event.changes.filter(({ rev }) => rev > event.effects_revision);
  return [
    ...changes.flatMap(({ rev, kind }) => {
      const type = kind === 'created' ? 'event.published' : (`event.${kind}` as const);
      if (event.state === 'draft') return [];
      return [{ id: `${event.id}/${rev}`, type, occurred_at: event.updated_at, data: eventData(event) }];
    }),
    ...entries.flatMap((entry) => {
      const type = ENTRY_EFFECTS[entry.change];
      if (type === undefined) return [];
      const data = { ...eventData(event), signup: signupData(entry) };
      return [{ id: `${event.id}/${entry.rev}/${entry.id}`, type, occurred_at: event.updated_at, data }];
    }),
  ];
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
