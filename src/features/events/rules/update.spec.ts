import { describe, expect, it } from 'vitest';
import { anEdit, aSignUp, aWithdrawal } from '../../../../test/factories/commands.js';
import { anEventWithRoster } from '../../../../test/factories/event.js';
import { apply } from './apply.js';
import type { Command } from './commands.js';
import type { EventWithRoster } from './event-record.js';
import { updateOf } from './update.js';

const NOW = new Date('2029-12-31T20:00:00Z');
const empty = anEventWithRoster([], { max_participants: 1 });
const after = (event: EventWithRoster, ...commands: Command[]): EventWithRoster =>
  apply(event, commands, NOW).event;
const two = after(empty, aSignUp('ada'), aSignUp('ben'));
const paths = (before: EventWithRoster, now: EventWithRoster): string[] =>
  Object.keys(updateOf(before, now)).sort();

describe('updateOf', () => {
  it('names nothing when nothing has changed', () => {
    expect(updateOf(two, two)).toEqual({});
    expect(updateOf(two, structuredClone(two)), 'arrays count as changed, dates by their time').toEqual({
      answers: [],
      changes: [],
      co_organizer_ids: [],
      fleet_ships: [],
      roles: [],
      signup_role_ids: [],
      'roster.0.commands': two.roster[0]?.commands,
      'roster.1.commands': two.roster[1]?.commands,
    });
  });

  it('writes a new entry whole, at its place, and the counters that it moves', () => {
    const three = after(two, aSignUp('cleo'));
    expect(updateOf(two, three)).toEqual({
      revision: 3,
      shown: 3,
      next_order: 4,
      'seats.waitlist': 2,
      'roster.2': three.roster[2],
    });
  });

  it('writes of a known entry what has changed', () => {
    const later = new Date(NOW.getTime() + 1);
    const { event: left } = apply(two, [aWithdrawal('ada')], later);
    expect(paths(two, left)).toEqual([
      'revision',
      'roster.0.change',
      'roster.0.change_rev',
      'roster.0.changed_at',
      'roster.0.commands',
      'roster.0.rev',
      'roster.0.status',
      'roster.1.change',
      'roster.1.change_rev',
      'roster.1.changed_at',
      'roster.1.rev',
      'roster.1.status',
      'seats.waitlist',
      'shown',
    ]);
  });

  it('writes the counters of one role by their paths, and of all when the roles change', () => {
    const role = { id: 'tank', name: 'Tank', capacity: 1, description: null, emoji: null };
    const roles = [role, { ...role, id: 'medic', name: 'Medic' }];
    const event = anEventWithRoster([], { roles });
    const joined = after(event, aSignUp('ada', { role_id: 'tank' }));
    expect(updateOf(event, joined)).toMatchObject({
      'seats.confirmed': 1,
      'seats.by_role.tank.confirmed': 1,
    });
    const edited = after(joined, anEdit({ roles: [role] }));
    expect(updateOf(joined, edited)).toMatchObject({
      'seats.by_role': { tank: { confirmed: 1, waitlist: 0 } },
    });
  });

  it('names paths of numbers and fields, never the roster as a whole', () => {
    const crowd = after(two, ...Array.from({ length: 50 }, (_, n) => aSignUp(`user-${n}`)));
    const allPaths = [...paths(empty, two), ...paths(two, crowd)];
    expect(allPaths.filter((path) => path.startsWith('roster'))).toHaveLength(52);
    expect(allPaths.every((path) => /^[a-z_]+(\.[a-z\d_]+)*$/.test(path) && path !== 'roster')).toBe(true);
  });
});
