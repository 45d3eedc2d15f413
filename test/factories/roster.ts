import type { RosterEntry } from '../../src/features/events/rules/roster.js';

/** A confirmed entry without a role, changed by `fields`. */
export function anEntry(fields: Partial<RosterEntry> = {}): RosterEntry {
  return {
    id: '01900000-0000-7000-8000-0000000000cc',
    user_id: '01900000-0000-7000-8000-0000000000dd',
    status: 'confirmed',
    role_id: null,
    order: 1,
    notes: null,
    ship_model: null,
    source: 'discord',
    created_at: new Date('2026-01-01T00:00:00Z'),
    checked_in_at: null,
    rev: 1,
    change: 'signed_up',
    change_rev: 1,
    changed_at: new Date('2026-01-01T00:00:00Z'),
    commands: [],
    ...fields,
  };
}
