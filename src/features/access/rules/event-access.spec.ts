import { describe, expect, it } from 'vitest';
import { anEvent } from '../../../../test/factories/event.js';
import { isOpenToAll, mayBeShownOn, mayJoin, maySee } from './event-access.js';
import { type Rank, type Standing, STRANGER } from './permissions.js';

const ranks: readonly Rank[] = ['admin', 'staff', 'member', 'user'];
const people = ranks.map((rank): Standing => ({ rank, ties: [] }));
const holder: Standing = { rank: 'user', ties: ['invited'] };
const organizer: Standing = { rank: 'member', ties: ['organizer'] };
const siteAdmin: Standing = { rank: 'site_admin', ties: [] };
const user: Standing = { rank: 'user', ties: [] };
const roles = ['100000000000000009'];

describe('maySee', () => {
  it.each([
    ['published', 'public', [true, true, true, true], true],
    ['cancelled', 'unlisted', [true, true, true, true], true],
    ['active', 'private', [true, true, true, false], true],
    ['draft', 'public', [true, true, false, false], false],
    ['draft', 'private', [true, true, false, false], false],
  ] as const)('%s, %s', (state, visibility, expected, forHolder) => {
    const event = anEvent({ state, visibility });
    expect(people.map((standing) => maySee(event, standing))).toEqual(expected);
    expect(maySee(event, holder)).toBe(forHolder);
    expect(maySee(event, organizer)).toBe(true);
    expect(maySee(event, siteAdmin)).toBe(true);
  });
});

describe('mayJoin', () => {
  it.each([
    ['public', [], true, true],
    ['private', [], true, false],
    ['private', roles, true, false],
    ['public', roles, true, false],
    ['unlisted', roles, true, false],
    ['public', 'members', true, false],
  ] as const)('%s for %j', (visibility, who, invited, signedIn) => {
    const event = anEvent({
      visibility,
      ...(who === 'members' ? { members_only: true } : { signup_role_ids: who }),
    });
    expect(people.slice(0, 3).map((standing) => mayJoin(event, standing))).toEqual([true, true, true]);
    expect(mayJoin(event, holder)).toBe(invited);
    expect(mayJoin(event, siteAdmin)).toBe(true);
    expect(mayJoin(event, user)).toBe(signedIn);
    expect(mayJoin(event, STRANGER)).toBe(false);
    expect(isOpenToAll(event)).toBe(signedIn);
  });

  it('is never so for a holder of a role while the event is a draft', () => {
    expect(mayJoin(anEvent({ state: 'draft', signup_role_ids: roles }), holder)).toBe(false);
  });
});

it('shows private events on their own servers alone, and drafts nowhere', () => {
  const own = { org_id: anEvent().org_id };
  const other = { org_id: '01900000-0000-7000-8000-0000000000ff' };
  const shown = (fields: Parameters<typeof anEvent>[0]) =>
    [own, other, null].map((guild) => mayBeShownOn(anEvent(fields), guild));
  expect(shown({ visibility: 'private' })).toEqual([true, false, false]);
  expect(shown({ visibility: 'unlisted' })).toEqual([true, true, true]);
  expect(shown({ state: 'draft' })).toEqual([false, false, false]);
});
