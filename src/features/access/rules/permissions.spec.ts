import { describe, expect, it } from 'vitest';
import { may, PERMISSIONS, type Permission, RANKS, rankOf, requirePermission } from './permissions.js';

const permissions = Object.keys(PERMISSIONS) as Permission[];

describe('permissions', () => {
  it.each(permissions)('%s is never lost by a higher rank', (permission) => {
    const allowed = RANKS.map((rank) => may({ rank, ties: [] }, permission));
    expect(allowed).toEqual([...allowed].sort());
    expect(allowed.at(-1)).toBe(true);
  });

  it('count a tie beside the rank, where the permission says so', () => {
    expect(may({ rank: 'member', ties: ['organizer'] }, 'event.change')).toBe(true);
    expect(may({ rank: 'member', ties: ['self', 'invited'] }, 'event.change')).toBe(false);
    expect(may({ rank: 'member', ties: ['organizer'] }, 'event.create')).toBe(false);
  });

  it('name the role that is missing', () => {
    const staff = { rank: 'staff', ties: [] } as const;
    expect(() => requirePermission(staff, 'guild.manage')).toThrow('This needs the role "admin"');
    expect(() => requirePermission(staff, 'installation.operate')).toThrow('Only site admins');
  });
});

it('ranks site admins above all, and owners above the role that they have', () => {
  expect(rankOf({ site_admin: true }, null)).toBe('site_admin');
  expect(rankOf({ site_admin: false }, 'admin', true)).toBe('owner');
  expect(rankOf({ site_admin: false }, 'staff')).toBe('staff');
  expect(rankOf({ site_admin: false }, null, true)).toBe('user');
});
