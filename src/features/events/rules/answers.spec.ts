import { describe, expect, it } from 'vitest';
import {
  aChange,
  aCheckIn,
  after,
  anEdit,
  aPlacement,
  aSignUp,
  aWithdrawal,
  DAY_BEFORE,
  refusal,
  standings,
} from '../../../../test/factories/commands.js';
import { anEventWithRoster } from '../../../../test/factories/event.js';
import { apply } from './apply.js';
import type { Command } from './commands.js';
import type { EventRole } from './event.js';
import { ROSTER_LIMIT } from './roster.js';

/** The rules of seats (answers.ts), each by a plain example; they start at 20:00 the day after. */
const QUARTER_TO = new Date('2030-01-01T19:45:00Z');

const tank: EventRole = { id: 'tank', name: 'Tank', capacity: 1, description: null, emoji: null };
const medic: EventRole = { ...tank, id: 'medic', name: 'Medic', capacity: 2 };
const empty = anEventWithRoster([], { max_participants: 2 });
const withRoles = anEventWithRoster([], { roles: [tank, medic] });

describe('signing up', () => {
  it('gives seats in the order of arrival, then places at the end of the waitlist', () => {
    const full = after(empty, [aSignUp('ada'), aSignUp('ben'), aSignUp('cleo'), aSignUp('dov')]);
    expect(standings(full)).toEqual(['ada confirmed', 'ben confirmed', 'cleo waitlist', 'dov waitlist']);
    expect(full.seats).toMatchObject({ confirmed: 2, waitlist: 2, checked_in: 0, by_role: {} });
    expect(full.roster.map(({ order }) => order)).toEqual([1, 2, 3, 4]);
  });

  it('needs a seat in the role and in the event', () => {
    const roleFull = after(withRoles, [
      aSignUp('ada', { role_id: 'tank' }),
      aSignUp('ben', { role_id: 'tank' }),
    ]);
    expect(standings(roleFull)).toEqual(['ada confirmed tank', 'ben waitlist tank']);
    const eventFull = after({ ...withRoles, max_participants: 1 }, [
      aSignUp('ada'),
      aSignUp('ben', { role_id: 'medic' }),
    ]);
    expect(standings(eventFull)).toEqual(['ada confirmed', 'ben waitlist medic']);
  });

  it('passes those by who wait for another role', () => {
    const event = after(
      withRoles,
      ['ada', 'ben'].map((name) => aSignUp(name, { role_id: 'tank' })),
    );
    expect(standings(after(event, [aSignUp('cleo', { role_id: 'medic' })]))[2]).toBe('cleo confirmed medic');
  });

  it('changes nothing for somebody who is signed up already', () => {
    const event = after(empty, [aSignUp('ada')]);
    const again = apply(event, [aSignUp('ada', { id: 'another click' })], DAY_BEFORE);
    expect(again).toMatchObject({ event, outcomes: [{ done: 'already', place: 0 }] });
  });

  it('puts somebody who comes back at the end, in their old place of the roster', () => {
    const event = after(empty, [aSignUp('ada'), aSignUp('ben'), aSignUp('cleo'), aWithdrawal('ada')]);
    const back = after(event, [aSignUp('ada', { id: 'second time' })]);
    expect(standings(back)).toEqual(['ada waitlist', 'ben confirmed', 'cleo confirmed']);
    expect(back.roster[0]).toMatchObject({ id: 'entry-of-ada', order: 4 });
  });

  it('is refused for a role that the event does not have, where the event is for others, and without a place', () => {
    expect(refusal(withRoles, aSignUp('ada', { role_id: 'cook' }))).toBe('validation_failed');
    const restricted = { ...empty, signup_role_ids: ['a Discord role'] };
    expect(refusal(restricted, aSignUp('ada', { admitted: false }))).toBe('signup_restricted');
    expect(standings(after(restricted, [aSignUp('ada')]))).toEqual(['ada confirmed']);
    const crowded = after(
      empty,
      Array.from({ length: ROSTER_LIMIT }, (_, n) => aSignUp(`user-${n}`)),
    );
    expect(refusal(crowded, aSignUp('ada'))).toBe('waitlist_full');
    const left = after(crowded, [aWithdrawal('user-999')]);
    expect(refusal(left, aSignUp('ada')), 'entries of those who left count').toBe('waitlist_full');
    expect(standings(after(left, [aSignUp('user-999', { id: 'again' })]))[999]).toBe('user-999 waitlist');
  });
});

describe('withdrawing', () => {
  it('gives the seat to the first for whom it is free', () => {
    const event = after({ ...withRoles, max_participants: 2 }, [
      aSignUp('ada', { role_id: 'tank' }),
      aSignUp('ben', { role_id: 'medic' }),
      aSignUp('cleo', { role_id: 'tank' }),
      aSignUp('dov', { role_id: 'medic' }),
    ]);
    expect(standings(after(event, [aWithdrawal('ben')]))).toEqual([
      'ada confirmed tank',
      'ben withdrawn medic',
      'cleo waitlist tank',
      'dov confirmed medic',
    ]);
  });

  it('hands many seats on in their order', () => {
    const names = ['ada', 'ben', 'cleo', 'dov', 'eve'];
    const event = after(
      empty,
      names.map((name) => aSignUp(name)),
    );
    expect(standings(after(event, [aWithdrawal('ada'), aWithdrawal('ben')]))).toEqual([
      'ada withdrawn',
      'ben withdrawn',
      'cleo confirmed',
      'dov confirmed',
      'eve waitlist',
    ]);
  });

  it('is refused for somebody who is not signed up, or no more', () => {
    expect(refusal(empty, aWithdrawal('ada'))).toBe('not_signed_up');
    expect(refusal(after(empty, [aSignUp('ada'), aWithdrawal('ada')]), aWithdrawal('ada'))).toBe(
      'not_signed_up',
    );
  });
});

describe('changing a signup', () => {
  const seated = after(withRoles, [
    aSignUp('ada', { role_id: 'medic' }),
    aSignUp('ben', { role_id: 'tank' }),
  ]);

  it('takes a free seat in the new role, and frees the old one', () => {
    const waiting = after(seated, [aSignUp('cleo', { role_id: 'tank' })]);
    expect(standings(after(waiting, [aChange('ben', { role_id: 'medic' })]))).toEqual([
      'ada confirmed medic',
      'ben confirmed medic',
      'cleo confirmed tank',
    ]);
    expect(standings(after(seated, [aChange('ben', { role_id: null })]))[1]).toBe('ben confirmed');
  });

  it('keeps the old seat when the new role is full, or others wait for it', () => {
    expect(refusal(seated, aChange('ada', { role_id: 'tank' }))).toBe('role_full');
    const queue = after({ ...withRoles, max_participants: 2 }, [
      aSignUp('ada'),
      aSignUp('ben'),
      aSignUp('cleo', { role_id: 'medic' }),
    ]);
    expect(refusal(queue, aChange('ada', { role_id: 'medic' }))).toBe('role_full');
  });

  it('puts somebody who waits at the end of the queue', () => {
    const queue = after(
      empty,
      ['ada', 'ben', 'cleo', 'dov'].map((name) => aSignUp(name)),
    );
    const moved = after({ ...queue, roles: [medic] }, [aChange('cleo', { role_id: 'medic' })]);
    expect(standings(after(moved, [aWithdrawal('ada')])).slice(2)).toEqual([
      'cleo waitlist medic',
      'dov confirmed',
    ]);
  });

  it('takes notes without moving anybody, and says when nothing changes', () => {
    const noted = after(seated, [aChange('ada', { notes: 'late' })]);
    expect(noted.roster[0]).toMatchObject({ notes: 'late', status: 'confirmed', change: 'signed_up' });
    expect(noted.shown, 'notes are not shown').toBe(seated.shown);
    expect(apply(noted, [aChange('ada', { notes: 'late' })], DAY_BEFORE)).toMatchObject({
      event: noted,
      outcomes: [{ done: 'already', place: 0 }],
    });
  });
});

describe('checking in', () => {
  const seated = after(empty, [aSignUp('ada'), aSignUp('ben'), aSignUp('cleo')]);

  it('opens one hour before the start, for those with a seat, once', () => {
    expect(refusal(seated, aCheckIn('ada'))).toBe('check_in_closed');
    const there = after(seated, [aCheckIn('ada')], QUARTER_TO);
    expect(there.roster[0]).toMatchObject({ status: 'checked_in', checked_in_at: QUARTER_TO });
    expect(there.seats).toMatchObject({ confirmed: 2, checked_in: 1 });
    expect(refusal(there, aCheckIn('ada'), QUARTER_TO)).toBe('already_checked_in');
    expect(refusal(there, aCheckIn('cleo'), QUARTER_TO)).toBe('not_confirmed');
    expect(refusal(there, aCheckIn('dov'), QUARTER_TO)).toBe('not_signed_up');
  });

  it('is forgotten by those who withdraw', () => {
    const event = after(seated, [aCheckIn('ada'), aWithdrawal('ada')], QUARTER_TO);
    expect(event.roster[0]).toMatchObject({ status: 'withdrawn', checked_in_at: null });
    expect(event.seats).toMatchObject({ confirmed: 2, waitlist: 0, checked_in: 0 });
  });
});

describe('staff', () => {
  const full = after(empty, [aSignUp('ada'), aSignUp('ben'), aSignUp('cleo')]);

  it('send somebody to the end of the queue, and the first who waits gets the seat', () => {
    expect(standings(after(full, [aPlacement('ada', { status: 'waitlist' })]))).toEqual([
      'ada waitlist',
      'ben confirmed',
      'cleo confirmed',
    ]);
  });

  it('seat no one where no seat is free', () => {
    expect(refusal(full, aPlacement('cleo', { status: 'confirmed' }))).toBe('event_full');
    const roles = after(
      withRoles,
      ['ada', 'ben'].map((name) => aSignUp(name, { role_id: 'tank' })),
    );
    expect(refusal(roles, aPlacement('ben', { status: 'confirmed' }))).toBe('role_full');
  });

  it('move somebody past the queue of a role', () => {
    const queue = after({ ...withRoles, max_participants: 2 }, [
      aSignUp('ada'),
      aSignUp('ben'),
      aSignUp('cleo', { role_id: 'medic' }),
    ]);
    expect(standings(after(queue, [aPlacement('ada', { role_id: 'medic' })]))[0]).toBe('ada confirmed medic');
  });

  it('mark who did not come, which frees the seat', () => {
    const missed = aPlacement('ada', { status: 'no_show' });
    expect(refusal(full, missed)).toBe('not_started');
    expect(standings(after(full, [missed], full.start_at_utc))).toEqual([
      'ada no_show',
      'ben confirmed',
      'cleo confirmed',
    ]);
    expect(refusal(full, aPlacement('cleo', { status: 'no_show' }))).toBe('not_confirmed');
  });

  it('alone take that mark back: the member can answer nothing any more', () => {
    const missed = after(
      { ...full, answers: ['absent'] },
      [aPlacement('ada', { status: 'no_show' })],
      full.start_at_utc,
    );
    for (const command of [
      aSignUp('ada'),
      aSignUp('ada', { status: 'absent' }),
      aSignUp('ada', { interested_on: 'server' }),
      aWithdrawal('ada'),
      aCheckIn('ada'),
    ])
      expect(refusal(missed, command, missed.start_at_utc)).toBe('marked_no_show');
    const freed = after(missed, [aWithdrawal('cleo')], missed.start_at_utc);
    const back = after(freed, [aPlacement('ada', { status: 'confirmed' })], freed.start_at_utc);
    expect(standings(back)).toEqual(['ada confirmed', 'ben confirmed', 'cleo withdrawn']);
    const again = after(freed, [aSignUp('ada', { by_staff: true })], freed.start_at_utc);
    expect(standings(again)[0]).toBe('ada confirmed');
  });

  it('seat somebody who had left, without the role that is gone since', () => {
    const left = after(withRoles, [aSignUp('ada', { role_id: 'tank' }), aWithdrawal('ada')]);
    const event = after(left, [anEdit({ roles: [medic] })]);
    expect(standings(after(event, [aPlacement('ada', { status: 'confirmed' })]))).toEqual(['ada confirmed']);
  });

  it('cannot place somebody who never signed up', () => {
    expect(refusal(full, aPlacement('dov', { status: 'confirmed' }))).toBe('signup_not_found');
  });
});

describe('interest on Discord', () => {
  const marked = (userId: string, server = 'server') => aSignUp(userId, { interested_on: server });
  const unmarked = (userId: string, server = 'server'): Command =>
    Object.assign(aWithdrawal(userId), { interested_on: server });

  it('signs up without a role, and losing it takes that back', () => {
    const there = after(empty, [marked('ada')]);
    expect(there.roster).toMatchObject([{ status: 'confirmed', role_id: null, interested_on: 'server' }]);
    expect(after(there, [unmarked('ada', 'another server')]).roster[0]?.status).toBe('confirmed');
    expect(after(there, [unmarked('ada')]).roster[0]?.status).toBe('withdrawn');
  });

  it.each<[string, Command]>([
    ['asked for a seat', aSignUp('ada')],
    ['chose a note', aChange('ada', { notes: 'late' })],
    ['was placed by staff', aPlacement('ada', { status: 'waitlist' })],
  ])('takes nothing away from somebody who %s', (_case, command) => {
    const chosen = after(empty, [marked('ada'), command]);
    expect(after(chosen, [unmarked('ada')]).roster[0]?.status).not.toBe('withdrawn');
  });

  it('takes no seat from somebody who had one before', () => {
    const before = after(empty, [aSignUp('ada')]);
    expect(after(before, [marked('ada'), unmarked('ada')]).roster[0]?.status).toBe('confirmed');
  });
});
