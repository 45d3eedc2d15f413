import { describe, expect, it } from 'vitest';
import { anEventWithRoster } from '../../../../test/factories/event.js';
import { editedFields, rolesOf } from './edit.js';
import type { EventRole } from './event.js';
import type { EventChanges } from './input.js';
import { countSeats, NO_SEATS } from './roster.js';

const now = new Date('2029-12-31T00:00:00Z');
const pilot: EventRole = { id: 'p', name: 'Pilot', capacity: 3, description: null, emoji: null };
const medic: EventRole = { id: 'm', name: 'Medic', capacity: 1, description: 'Heals', emoji: null };
const crowded = anEventWithRoster([], {
  roles: [pilot, medic],
  max_participants: 5,
  seats: {
    ...countSeats([], []),
    confirmed: 3,
    waitlist: 1,
    by_role: { p: { ...NO_SEATS, confirmed: 2 }, m: { ...NO_SEATS, waitlist: 1 } },
  },
});
const ids = { newRoleId: () => 'new', newShipId: () => 'new ship' };
const edit = (changes: EventChanges, event = crowded) => editedFields(event, changes, now, ids);

describe('editedFields', () => {
  it('sets what is given, and empties what is null', () => {
    expect(edit({ title: 'Other', location: null, type: undefined })).toEqual({
      title: 'Other',
      location: null,
    });
    expect(edit({})).toEqual({});
  });

  it('wants a new start in the future, and none for an event that runs', () => {
    const startAtUtc = new Date('2029-12-30T00:00:00Z');
    expect(() => edit({ start_at_utc: startAtUtc })).toThrow(expect.objectContaining({ kind: 'invalid' }));
    expect(() => edit({ start_at_utc: now })).toThrow(expect.objectContaining({ kind: 'invalid' }));
    expect(() => edit({ start_at_utc: startAtUtc }, anEventWithRoster([], { state: 'active' }))).toThrow(
      expect.objectContaining({ code: 'event_started' }),
    );
    const begun = anEventWithRoster([], { start_at_utc: startAtUtc });
    expect(edit({ start_at_utc: startAtUtc, title: 'Late' }, begun), 'an unchanged start').toMatchObject({
      title: 'Late',
    });
  });

  it.each<[string, EventChanges, string]>([
    ['a limit below the seats taken', { max_participants: 2 }, 'capacity_below_confirmed'],
    [
      'a role below its seats taken',
      { roles: [{ ...pilot, capacity: 1 }, medic] },
      'capacity_below_confirmed',
    ],
    ['the removal of a role with seats taken', { roles: [medic] }, 'role_in_use'],
    ['the removal of a role that someone waits for', { roles: [pilot] }, 'role_in_use'],
  ])('refuses %s', (_what, changes, code) => {
    expect(() => edit(changes)).toThrow(expect.objectContaining({ kind: 'conflict', code }));
  });

  it('allows limits down to what is taken', () => {
    expect(edit({ max_participants: 3, roles: [{ ...pilot, capacity: 2 }, medic] })).toMatchObject({
      max_participants: 3,
    });
    expect(edit({ max_participants: null })).toEqual({ max_participants: null });
  });

  it.each(['completed', 'cancelled'] as const)('changes nothing of an event that is %s', (state) => {
    expect(() => edit({ title: 'Too late' }, anEventWithRoster([], { state }))).toThrow(
      expect.objectContaining({ code: 'event_closed' }),
    );
  });
});

describe('rolesOf', () => {
  const roles = (...wanted: Parameters<typeof rolesOf>[0]) => rolesOf(wanted, [pilot, medic], () => 'new');

  it('keeps the id of a role that is named by id or by name', () => {
    const named = roles(
      { id: 'p', name: 'Ace', capacity: 9 },
      { name: 'MEDIC', capacity: 2 },
      { name: 'Cook', capacity: 1 },
    );
    expect(named.map(({ id, name }) => `${id} ${name}`)).toEqual(['p Ace', 'm MEDIC', 'new Cook']);
    expect(named[1]?.description, 'a role is written whole').toBeNull();
  });

  it('does not take a name for a role that is named by id elsewhere', () => {
    expect(roles({ name: 'Pilot', capacity: 1 }, { id: 'p', name: 'Ace', capacity: 1 })[0]?.id).toBe('new');
  });

  it.each(['Pilot\u200B', 'ＰＩＬＯＴ', 'Рilot', 'pilot'])('takes %j for the name Pilot', (name) => {
    expect(roles({ name, capacity: 1 })[0]?.id).toBe('p');
    expect(() => roles({ name: 'Pilot', capacity: 1 }, { name, capacity: 1 })).toThrow('invalid fields');
  });

  it('refuses names used twice and ids of other events, each by its field', () => {
    expect(() =>
      roles({ name: 'A', capacity: 1 }, { name: 'a', capacity: 1 }, { id: 'x', name: 'B', capacity: 1 }),
    ).toThrow(
      expect.objectContaining({
        errors: [
          { field: 'roles.1.name', message: 'must look unlike the names of the other roles' },
          { field: 'roles.2.id', message: 'is not a role of this event' },
        ],
      }),
    );
    expect(() => roles({ id: 'p', name: 'A', capacity: 1 }, { id: 'p', name: 'B', capacity: 1 })).toThrow(
      expect.objectContaining({ kind: 'invalid' }),
    );
  });
});
