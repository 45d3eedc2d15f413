import { describe, expect, it } from 'vitest';
import {
  after,
  anEdit,
  aBoarding,
  aSignUp,
  aWithdrawal,
  refusal,
} from '../../../../test/factories/commands.js';
import { anEventWithRoster } from '../../../../test/factories/event.js';
import { shipsOf } from './ships.js';

const hull = { id: 'hull-c', ship_model: 'Hull C', required_crew: 2, notes: null };
const gladius = { id: 'gladius', ship_model: 'Gladius', required_crew: 1, notes: null };
const event = after(anEventWithRoster([], { fleet_ships: [hull, gladius], max_participants: 3 }), [
  ...['ada', 'ben', 'cleo', 'dov'].map((name) => aSignUp(name)),
]);
const aboard = ({ roster }: typeof event): (string | null | undefined)[] =>
  roster.map(({ ship_post, ship_id }) => ship_post && `${ship_post} ${ship_id ?? ''}`);

describe('a ship of an event', () => {
  it('has a captain and a crew, each post once; a crew of one is its captain', () => {
    const crewed = after(event, [
      aBoarding('ada', 'hull-c'),
      aBoarding('ben', 'hull-c'),
      aBoarding('cleo', 'gladius'),
    ]);
    expect(aboard(crewed)).toEqual(['crew hull-c', 'captain hull-c', 'captain gladius', undefined]);
    expect(refusal(crewed, aBoarding('cleo', 'hull-c'))).toBe('ship_full');
    expect(refusal(crewed, aBoarding('ben', 'hull-c', 'crew'))).toBe('ship_full');
    expect(refusal(crewed, aBoarding('dov', 'hull-c'))).toBe('not_confirmed');
    expect(refusal(crewed, aBoarding('eve', 'hull-c'))).toBe('not_signed_up');
    expect(refusal(event, aBoarding('ada', 'idris'))).toBe('validation_failed');
    expect(after(crewed, [aBoarding('ada', 'hull-c')])).toBe(crewed);
  });

  it('is left by choice, and with the seat in the event', () => {
    const crewed = after(event, [aBoarding('ada', 'hull-c', 'captain'), aBoarding('ben', 'hull-c')]);
    const left = after(crewed, [aBoarding('ben', null), aWithdrawal('ada')]);
    expect(aboard(left).slice(0, 2)).toEqual([null, null]);
    expect(left.shown).toBe(crewed.shown + 1);
  });

  it('is boarded under a lock by staff alone', () => {
    const locked = after(event, [anEdit({ locked: true })]);
    const boarding = aBoarding('ada', 'hull-c');
    expect(refusal(locked, boarding)).toBe('signups_locked');
    expect(aboard(after(locked, [{ ...boarding, by_staff: true }]))[0]).toBe('crew hull-c');
  });

  it('stays with those aboard in an edit, and is not cut below them', () => {
    const crewed = after(event, [aBoarding('ada', 'hull-c')]);
    const fleet = [{ ship_model: 'Hull C', required_crew: 4 }];
    expect(after(crewed, [anEdit({ fleet_ships: fleet })]).fleet_ships).toEqual([
      { ...hull, required_crew: 4 },
    ]);
    expect(refusal(crewed, anEdit({ fleet_ships: [gladius] }))).toBe('ship_in_use');
    expect(refusal(crewed, anEdit({ fleet_ships: [{ ...hull, required_crew: 1 }] }))).toBe('ship_in_use');
  });
});

it('keeps the ids of ships that are named by id, or by model in the order of the fleet', () => {
  const second = { ...hull, id: 'second' };
  const ships = shipsOf(
    [
      { ...hull, id: undefined },
      { ...hull, id: 'hull-c' },
      { ...hull, id: undefined },
    ],
    [hull, second],
    () => 'new',
  );
  expect(ships.map(({ id }) => id)).toEqual(['second', 'hull-c', 'new']);
  expect(() => shipsOf([hull, hull], [hull], () => 'new')).toThrow('invalid fields');
  expect(() => shipsOf([gladius], [hull], () => 'new')).toThrow('invalid fields');
});
