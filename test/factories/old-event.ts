import type { OldEvent, OldMove, OldSignup } from '../../src/infra/migrations/roster/old-shape.js';

/** A published event as it was stored before rosters, changed by `fields`. */
export function anOldEvent(fields: Partial<OldEvent> & Pick<OldEvent, '_id'>): OldEvent {
  return {
    org_id: '01900000-0000-7000-8000-0000000000aa',
    slug: `raid-${fields._id}`,
    title: 'Raid',
    description: 'A raid on a bunker.',
    type: 'raid',
    state: 'published',
    visibility: 'public',
    start_at_utc: new Date('2040-01-01T20:00:00Z'),
    duration_minutes: 120,
    location: 'Port Olisar',
    max_participants: null,
    roles: [],
    fleet_ships: [],
    banner_url: null,
    revision: 7,
    seats: { confirmed: 0, waitlist: 0, checked_in: 0, next_number: 1, by_role: {} },
    created_by: '01900000-0000-7000-8000-0000000000bb',
    created_at: new Date('2026-01-01T00:00:00Z'),
    updated_at: new Date('2026-01-01T00:00:00Z'),
    mirror_dirty: false,
    decisions: [],
    seat_epoch: 0,
    ...fields,
  };
}

/** The `number`th signup of an event as it was stored before rosters: a seat, without a role; changed by `fields`. */
export function anOldSignup(eventId: string, number: number, fields: Partial<OldSignup> = {}): OldSignup {
  const digits = String(number).padStart(5, '0');
  return {
    _id: `signup-${eventId}-${digits}`,
    event_id: eventId,
    user_id: `user-${digits}`,
    role_id: null,
    status: 'confirmed',
    waitlist_number: null,
    notes: null,
    ship_model: null,
    source: 'discord',
    created_at: new Date(Date.UTC(2026, 0, 2, 0, 0, number)),
    checked_in_at: null,
    move: null,
    ...fields,
  };
}

/** An operation that was under way when every process stopped. */
export function anOldMove(to: OldMove['to'], fields: Partial<OldMove> = {}): OldMove {
  return { id: `move-${to}`, to, role_id: null, at: new Date('2026-02-01T00:00:00Z'), ...fields };
}
