import { describe, expect, it } from 'vitest';
import { grantedRoles, grantsNow, sameGrants } from './granted-roles.js';

const mapping = (discordRoleId: string, fields: object = {}) => ({
  guild_id: 'guild',
  discord_role_id: discordRoleId,
  verselink_role_type: 'org_member' as const,
  auto_assign: true,
  auto_remove: true,
  ...fields,
});
const holding = (...roles: string[]) => new Map([['guild', roles]]);

describe('grantedRoles', () => {
  it('grants by every mapped role that is held, and by no other', () => {
    expect(grantedRoles([], [mapping('pilot'), mapping('medic')], holding('pilot', 'cook'))).toEqual([
      'pilot',
    ]);
  });

  it('takes back what is not held any more, also from somebody who left', () => {
    expect(grantedRoles(['pilot'], [mapping('pilot')], holding())).toEqual([]);
  });

  it('grants nothing new by a mapping that does not assign, and takes nothing by one that does not remove', () => {
    const quiet = { auto_assign: false, auto_remove: false };
    expect(grantedRoles([], [mapping('pilot', quiet)], holding('pilot'))).toEqual([]);
    expect(grantedRoles(['pilot'], [mapping('pilot', quiet)], holding())).toEqual(['pilot']);
  });

  it('leaves everything as it is for a server that cannot be asked', () => {
    const unknown = new Map([['guild', null]]);
    expect(grantedRoles(['pilot'], [mapping('pilot'), mapping('medic')], unknown)).toEqual(['pilot']);
  });

  it('drops a role that is not mapped any more', () => {
    expect(grantedRoles(['pilot'], [], holding('pilot'))).toEqual([]);
  });
});

describe('grantsNow', () => {
  const officer = { ...mapping('officer'), verselink_role_type: 'org_staff' as const };
  const mappings = [mapping('pilot'), officer];
  const none = { granted_by: [], staff_by: [] };

  it('makes a stranger a member by either role, and staff by the one that stands for it', () => {
    expect(grantsNow(null, mappings, holding('pilot'))).toEqual({ granted_by: ['pilot'], staff_by: [] });
    const raised = { granted_by: ['officer'], staff_by: ['officer'] };
    expect(grantsNow(null, mappings, holding('officer'))).toEqual(raised);
  });

  it('raises a member whom a person made, and takes nothing but that again', () => {
    const member = { role: 'member' } as const;
    const raised = { granted_by: [], staff_by: ['officer'] };
    expect(grantsNow(member, mappings, holding('officer'))).toEqual(raised);
    expect(grantsNow({ role: 'staff', staff_by: ['officer'] }, mappings, holding())).toEqual(none);
  });

  it.each(['staff', 'admin'] as const)('leaves %s whom a person made alone', (role) => {
    expect(grantsNow({ role }, mappings, holding('officer', 'pilot'))).toEqual(none);
  });
});

it('compares roles in any order', () => {
  const grants = (...roles: string[]) => ({ granted_by: roles, staff_by: [] });
  expect(sameGrants(grants('a', 'b'), grants('b', 'a'))).toBe(true);
  expect(sameGrants(grants('a'), grants('b'))).toBe(false);
  expect(sameGrants(grants(), null)).toBe(true);
  expect(sameGrants(grants(), { staff_by: ['a'] })).toBe(false);
});
