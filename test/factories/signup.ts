import type { Signup } from '../../src/features/events/rules/signup.js';

/** A confirmed signup without a role, changed by `fields`. */
export function aSignup(fields: Partial<Signup> = {}): Signup {
  return {
    id: '01900000-0000-7000-8000-0000000000cc',
    event_id: '01900000-0000-7000-8000-000000000001',
    user_id: '01900000-0000-7000-8000-0000000000dd',
    discord_id: '100000000000000001',
    handle: 'Nova',
    role_id: null,
    status: 'confirmed',
    waitlist_number: null,
    notes: null,
    ship_model: null,
    source: 'discord',
    created_at: new Date('2026-01-01T00:00:00Z'),
    checked_in_at: null,
    ...fields,
  };
}
