import { expect, it } from 'vitest';
import type { MemberRole } from '../../organizations/rules/organization.js';
import { maySee } from './event-visibility.js';

const actor = { user_id: 'u', site_admin: false };
const roles: (MemberRole | null)[] = ['admin', 'staff', 'member', null];

it.each([
  ['published', 'public', [true, true, true, true], true],
  ['cancelled', 'unlisted', [true, true, true, true], true],
  ['active', 'private', [true, true, true, false], false],
  ['draft', 'public', [true, true, false, false], false],
  ['draft', 'private', [true, true, false, false], false],
] as const)('%s, %s', (state, visibility, expected, anyone) => {
  expect(roles.map((held) => maySee({ state, visibility }, actor, held))).toEqual(expected);
  expect(maySee({ state, visibility }, null, null)).toBe(anyone);
  expect(maySee({ state, visibility }, { ...actor, site_admin: true }, null)).toBe(true);
});
