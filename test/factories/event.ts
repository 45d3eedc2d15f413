import type { Event } from '../../src/features/events/rules/event.js';

/** A published event without roles or limit, changed by `fields`. */
export function anEvent(fields: Partial<Event> = {}): Event {
  return {
    id: '01900000-0000-7000-8000-000000000001',
    org_id: '01900000-0000-7000-8000-0000000000aa',
    slug: 'raid',
    title: 'Raid',
    description: 'A raid on a bunker.',
    type: 'raid',
    state: 'published',
    visibility: 'public',
    start_at_utc: new Date('2030-01-01T20:00:00Z'),
    duration_minutes: 120,
    location: 'Port Olisar',
    max_participants: null,
    roles: [],
    fleet_ships: [],
    banner_url: null,
    revision: 1,
    seats: { confirmed: 0, waitlist: 0, checked_in: 0, next_number: 1, by_role: {} },
    created_by: '01900000-0000-7000-8000-0000000000bb',
    created_at: new Date('2026-01-01T00:00:00Z'),
    updated_at: new Date('2026-01-01T00:00:00Z'),
    ...fields,
  };
}
