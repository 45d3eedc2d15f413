import { describe, expect, it } from 'vitest';
import { grantedRoles, sameRoles } from './granted-roles.js';

const mapping = (discordRoleId: string, fields: object = {}) => ({
  guild_id: 'guild',
  discord_role_id: discordRoleId,
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

it('compares roles in any order', () => {
  expect(sameRoles(['a', 'b'], ['b', 'a'])).toBe(true);
  expect(sameRoles(['a'], ['b'])).toBe(false);
  expect(sameRoles(['a'], [])).toBe(false);
});
