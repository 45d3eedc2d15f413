import { expect, it } from 'vitest';
import { described, sourceOf } from './audit-entry.js';

it('keeps the names of fields, and values only of those that are not personal', () => {
  const change = { title: 'Mine', handle: 'Nova', visibility: 'private', notes: undefined, role: 'staff' };
  expect(described(change)).toEqual({
    fields: ['handle', 'role', 'title', 'visibility'],
    values: { visibility: 'private', role: 'staff' },
  });
});

it('tells where somebody acted', () => {
  const actor = { user_id: 'u', site_admin: false };
  expect(sourceOf(actor)).toBe('web');
  expect(sourceOf({ ...actor, on_discord: { guild_id: 'g', role_ids: [] } })).toBe('discord');
  expect(sourceOf(null)).toBe('system');
});
