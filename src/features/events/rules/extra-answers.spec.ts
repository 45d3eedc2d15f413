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
import type { ExtraAnswer } from './event.js';

/** Answers that an organizer offers beside a seat, the lock and the deadline; the event is at 20:00 the day after. */
const offered = anEventWithRoster([], { max_participants: 2, answers: ['late', 'tentative', 'absent'] });
const answering = (userId: string, status: ExtraAnswer) => aSignUp(userId, { status });

describe('an answer that the organizer offers', () => {
  it('takes a seat only when it is "late"', () => {
    const event = after(offered, [
      answering('ada', 'tentative'),
      answering('ben', 'absent'),
      answering('cleo', 'late'),
      aSignUp('dov'),
      answering('eve', 'late'),
    ]);
    expect(standings(event)).toEqual([
      'ada tentative',
      'ben absent',
      'cleo late',
      'dov confirmed',
      'eve waitlist',
    ]);
    expect(event.seats).toMatchObject({ confirmed: 2, waitlist: 1, late: 1, tentative: 1, absent: 1 });
  });

  it('gives a seat up, and the first who waits gets it, as they answered', () => {
    const full = after(offered, [aSignUp('ada'), aSignUp('ben'), answering('cleo', 'late')]);
    const event = after(full, [aChange('ada', { status: 'tentative' })]);
    expect(standings(event)).toEqual(['ada tentative', 'ben confirmed', 'cleo late']);
    expect(standings(after(event, [aChange('ada', { status: 'confirmed' })]))[0]).toBe('ada waitlist');
  });

  it('is changed by somebody who waits without losing the place in the queue', () => {
    const full = after(offered, [aSignUp('ada'), aSignUp('ben'), aSignUp('cleo'), aSignUp('dov')]);
    const event = after(full, [aChange('cleo', { status: 'late' }), aWithdrawal('ada')]);
    expect(standings(event)).toEqual(['ada withdrawn', 'ben confirmed', 'cleo late', 'dov waitlist']);
    expect(standings(after(event, [aChange('cleo', { status: 'confirmed' })]))[2]).toBe('cleo confirmed');
  });

  it('lets somebody who comes late check in, and no one without a seat', () => {
    const event = after(offered, [answering('ada', 'late'), answering('ben', 'tentative')]);
    const soon = new Date('2030-01-01T19:45:00Z');
    expect(standings(after(event, [aCheckIn('ada')], soon))[0]).toBe('ada checked_in');
    expect(refusal(event, aCheckIn('ben'), soon)).toBe('not_confirmed');
  });

  it('is stronger than interest on Discord', () => {
    const event = after(offered, [answering('ada', 'absent')]);
    expect(after(event, [aSignUp('ada', { interested_on: 'server' })])).toBe(event);
  });

  it('is refused where it is not offered, to staff as well', () => {
    const event = after(anEventWithRoster(), [aSignUp('ada')]);
    expect(refusal(event, answering('ben', 'tentative'))).toBe('answer_not_offered');
    expect(refusal(event, aChange('ada', { status: 'late' }))).toBe('answer_not_offered');
    expect(refusal(event, aPlacement('ada', { status: 'absent' }))).toBe('answer_not_offered');
    const placed = after(after(offered, [aSignUp('ada')]), [aPlacement('ada', { status: 'absent' })]);
    expect(standings(placed)).toEqual(['ada absent']);
  });

  it('stays when it is offered no more', () => {
    const event = after(offered, [answering('ada', 'tentative'), anEdit({ answers: [] })]);
    expect(standings(event)).toEqual(['ada tentative']);
    expect(standings(after(event, [aSignUp('ada')]))).toEqual(['ada confirmed']);
  });
});

describe('the deadline', () => {
  const CLOSED = new Date('2029-12-31T19:00:00Z');
  const open = after(offered, [
    aSignUp('ada'),
    aSignUp('ben'),
    aSignUp('cleo'),
    answering('dov', 'tentative'),
  ]);
  const closed = { ...open, signup_closes_at: CLOSED, signups_closed: true };

  it('stops those who seek a seat, and lets others leave', () => {
    expect(refusal(closed, aSignUp('eve'))).toBe('signups_closed');
    expect(refusal(closed, aChange('dov', { status: 'confirmed' }))).toBe('signups_closed');
    const left = after(closed, [aWithdrawal('ada'), aChange('ben', { status: 'absent' })]);
    expect(standings(left)).toEqual(['ada withdrawn', 'ben absent', 'cleo confirmed', 'dov tentative']);
  });

  it('does not stop staff', () => {
    expect(standings(after(closed, [aSignUp('eve', { by_staff: true })]))[4]).toBe('eve waitlist');
  });

  it('wakes the event once, which then looks different and is the same edition', () => {
    const timely = anEventWithRoster([], { signup_closes_at: CLOSED, check_in_shown: true });
    const early = after(timely, [anEdit({ title: 'Earlier' })], new Date(CLOSED.getTime() - 1));
    expect(early).toMatchObject({ signups_closed: false, due_at: CLOSED });
    const woken = after(early, []);
    const { edition, shown, start_at_utc: start } = early;
    expect(woken).toMatchObject({ signups_closed: true, due_at: start, edition, shown: shown + 1 });
    expect(after(woken, [])).toBe(woken);
  });

  it('opens signups again when it is moved or taken away', () => {
    const over = after(anEventWithRoster([], { signup_closes_at: CLOSED }), []);
    const later = new Date(DAY_BEFORE.getTime() + 60_000);
    expect(after(over, [anEdit({ signup_closes_at: later })])).toMatchObject({
      signups_closed: false,
      due_at: later,
    });
    expect(after(over, [anEdit({ signup_closes_at: null })]).signups_closed).toBe(false);
    const passed = new Date(CLOSED.getTime() + 1);
    expect(after(over, [anEdit({ signup_closes_at: passed })]).signups_closed).toBe(true);
  });

  it('closes signups of an event that runs, too, before it ends', () => {
    const start = anEventWithRoster().start_at_utc.getTime();
    const deadline = new Date(start + 3_600_000);
    const running = after(anEventWithRoster([], { signup_closes_at: deadline }), [], new Date(start));
    expect(running).toMatchObject({ state: 'active', due_at: deadline, signups_closed: false });
    const over = after(running, [], new Date(start + 86_400_000));
    expect(over).toMatchObject({ state: 'completed', due_at: null, signups_closed: true });
  });

  it('cannot be after the end of the event', () => {
    const late = new Date('2030-01-01T22:00:01Z');
    expect(refusal(open, anEdit({ signup_closes_at: late }))).toBe('validation_failed');
    expect(after(open, [anEdit({ signup_closes_at: CLOSED })]).signup_closes_at).toEqual(CLOSED);
  });
});

describe('the lock', () => {
  const locked = after(offered, [aSignUp('ada'), anEdit({ locked: true })]);

  it('keeps every answer as it is, but for staff and notes', () => {
    for (const command of [aSignUp('ben'), aWithdrawal('ada'), aChange('ada', { status: 'late' })])
      expect(refusal(locked, command)).toBe('signups_locked');
    const noted = after(locked, [aChange('ada', { notes: 'I bring a ship.' })]);
    expect(standings(after(noted, [aPlacement('ada', { status: 'withdrawn' })]))).toEqual(['ada withdrawn']);
  });

  it('is opened again', () => {
    expect(standings(after(locked, [anEdit({ locked: false }), aWithdrawal('ada')]))).toEqual([
      'ada withdrawn',
    ]);
  });
});
