import type { SignupRow } from '../../src/features/events/rules/signup-row.js';

/** The row of a confirmed signup without a role, changed by `fields`. */
export function aSignupRow(fields: Partial<SignupRow> = {}): SignupRow {
  return {
    id: '01900000-0000-7000-8000-0000000000cc',
    user_id: '01900000-0000-7000-8000-0000000000dd',
    discord_id: '100000000000000001',
    handle: 'Nova',
    role_id: null,
    role_name: null,
    role_ids: [],
    offer_expires_at: null,
    status: 'confirmed',
    position_in_waitlist: null,
    notes: null,
    ship_model: null,
    ship_id: null,
    ship_post: null,
    source: 'discord',
    created_at: new Date('2026-01-01T00:00:00Z'),
    checked_in_at: null,
    ...fields,
  };
}
