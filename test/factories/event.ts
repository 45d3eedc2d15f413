import { INITIAL_FIELDS, OPTIONAL_FIELDS } from '../../src/features/events/rules/event.js';
import type { EventRecord, EventWithRoster } from '../../src/features/events/rules/event-record.js';
import { countSeats, type RosterEntry } from '../../src/features/events/rules/roster.js';

/** A published event without roles or limit, changed by `fields`. */
export function anEvent(fields: Partial<EventRecord> = {}): EventRecord {
  const startAtUtc = new Date('2030-01-01T20:00:00Z');
  return {
    id: '01900000-0000-7000-8000-000000000001',
    org_id: '01900000-0000-7000-8000-0000000000aa',
    slug: 'raid',
    title: 'Raid',
    description: 'A raid on a bunker.',
    type: 'raid',
    state: 'published',
    ...OPTIONAL_FIELDS,
    ...INITIAL_FIELDS,
    start_at_utc: startAtUtc,
    duration_minutes: 120,
    location: 'Port Olisar',
    check_in_shown: false,
    signups_closed: false,
    cancel_reason: null,
    revision: 1,
    edition: 1,
    shown: 1,
    seats: countSeats([], fields.roles ?? []),
    created_by: '01900000-0000-7000-8000-0000000000bb',
    created_at: new Date('2026-01-01T00:00:00Z'),
    updated_at: new Date('2026-01-01T00:00:00Z'),
    stamp: 'stamp',
    due_at: new Date(startAtUtc.getTime() - 30 * 60_000),
    next_order: 1,
    changes: [],
    effects_revision: 1,
    effects_due: false,
    ...fields,
  };
}

/** An event whose counters are those of its roster. */
export function anEventWithRoster(
  roster: readonly RosterEntry[] = [],
  fields: Partial<EventRecord> = {},
): EventWithRoster {
  const roles = fields.roles ?? [];
  const nextOrder = Math.max(0, ...roster.map(({ order }) => order)) + 1;
  return { ...anEvent({ seats: countSeats(roster, roles), next_order: nextOrder, ...fields }), roster };
}
