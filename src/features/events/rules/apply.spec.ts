import { describe, expect, it } from 'vitest';
import {
  aCheckIn,
  after,
  aMove,
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
import { checkInButtonFrom, hasCheckInButton } from './check-in.js';
import type { Outcome } from './commands.js';

/** Edits, states, time and repetitions, each by a plain example. The rules of seats: answers.spec.ts. */
const START = new Date('2030-01-01T20:00:00Z');
const QUARTER_TO = new Date('2030-01-01T19:45:00Z');
const END = new Date('2030-01-01T22:00:00Z');

const medic = { id: 'medic', name: 'Medic', capacity: 2, description: null, emoji: null };
const empty = anEventWithRoster([], { max_participants: 2 });
const withRoles = anEventWithRoster([], {
  roles: [{ ...medic, id: 'tank', name: 'Tank', capacity: 1 }, medic],
});

describe('an edit', () => {
  const full = after(
    empty,
    ['ada', 'ben', 'cleo', 'dov'].map((name) => aSignUp(name)),
  );

  it('that adds seats gives them to those who wait', () => {
    const more = after(full, [anEdit({ max_participants: 3 })]);
    expect(standings(more).slice(2)).toEqual(['cleo confirmed', 'dov waitlist']);
    expect(more).toMatchObject({ edition: full.edition + 1, shown: full.shown + 1 });
  });

  it('takes a seat from no one', () => {
    expect(refusal(full, anEdit({ max_participants: 1 }))).toBe('capacity_below_confirmed');
    const roles = after(withRoles, [aSignUp('ada', { role_id: 'tank' })]);
    expect(refusal(roles, anEdit({ roles: [medic] }))).toBe('role_in_use');
  });

  it('of an edition that is not the present one is refused', () => {
    expect(refusal(full, anEdit({ title: 'Another title' }, full.edition - 1))).toBe('revision_changed');
    expect(after(full, [anEdit({ title: 'Another title' }, full.edition)]).title).toBe('Another title');
  });

  it('that changes nothing writes nothing', () => {
    expect(after(full, [anEdit({ title: full.title })])).toBe(full);
  });
});

describe('an event that is over', () => {
  const seated = after(empty, [aSignUp('ada'), aSignUp('ben'), aSignUp('cleo')]);
  const over = after(seated, [aMove('start'), aMove('complete')]);
  const WEEK_LATER = new Date(END.getTime() + 7 * 86_400_000);

  it('still learns for a week who of those with a seat came; its message and its edition stay', () => {
    const noted = after(over, [aPlacement('ada', { status: 'no_show' })], WEEK_LATER);
    expect(standings(noted)).toEqual(['ada no_show', 'ben confirmed', 'cleo waitlist']);
    expect(noted).toMatchObject({ edition: over.edition, shown: over.shown, seats: { confirmed: 1 } });
    expect(standings(after(noted, [aPlacement('ada', { status: 'checked_in' })]))[0]).toBe('ada checked_in');
    const later = new Date(WEEK_LATER.getTime() + 1);
    expect(refusal(over, aPlacement('ben', { status: 'no_show' }), later)).toBe('event_closed');
  });

  it('changes in nothing else, and a cancelled one in nothing', () => {
    for (const [who, change] of [
      ['cleo', { status: 'confirmed' }],
      ['ada', { status: 'withdrawn' }],
      ['ada', { status: 'no_show', role_id: null }],
    ] as const)
      expect(refusal(over, aPlacement(who, change))).toBe('event_closed');
    const cancelled = after(seated, [aMove('cancel')]);
    expect(refusal(cancelled, aPlacement('ada', { status: 'no_show' }))).toBe('event_closed');
  });
});

describe('state and time', () => {
  const event = after(empty, [aSignUp('ada')]);

  it('close the event to every answer', () => {
    for (const closed of [after(event, [aMove('cancel')]), { ...event, state: 'draft' as const }]) {
      const due = { ...closed, due_at: null };
      for (const command of [
        aSignUp('ben'),
        aWithdrawal('ada'),
        aCheckIn('ada'),
        aPlacement('ada', { role_id: null }),
      ]) {
        expect(refusal(due, command)).toBe('event_closed');
      }
    }
  });

  it('start an event when it begins and complete it when it ends', () => {
    const running = after(event, [], START);
    expect(running).toMatchObject({ state: 'active', due_at: END });
    expect(standings(after(running, [aSignUp('ben')], START))[1]).toBe('ben confirmed');
    const over = apply(running, [aSignUp('ben')], END);
    expect(over.event).toMatchObject({ state: 'completed', due_at: null });
    expect(over.outcomes[0]?.refused).toMatchObject({ code: 'event_closed' });
  });

  it('show the button to check in half an hour before the start, and take it back when the start moves', () => {
    const soon = after(event, [], new Date(START.getTime() - 30 * 60_000));
    expect(soon).toMatchObject({ check_in_shown: true, shown: event.shown + 1, edition: event.edition });
    expect(soon).toMatchObject({ revision: event.revision + 1, due_at: START });
    expect(hasCheckInButton(soon)).toBe(true);
    const before = new Date(START.getTime() - 60_000);
    const later = after(soon, [anEdit({ start_at_utc: END })], before);
    expect(hasCheckInButton(later)).toBe(false);
    expect(later.due_at).toEqual(checkInButtonFrom(later));
  });

  it('let an event that every process slept through start and end at once', () => {
    const over = after(event, [], new Date(END.getTime() + 1));
    expect(over.state).toBe('completed');
    expect(over.changes.map(({ kind }) => kind)).toEqual(['started', 'completed']);
  });

  it('know no way back, and publish nothing that should have begun', () => {
    expect(refusal(after(event, [aMove('cancel')]), aMove('start'))).toBe('illegal_transition');
    const late = { ...event, state: 'draft' as const, due_at: null };
    expect(refusal(late, aMove('publish'), START)).toBe('start_in_past');
  });
});

describe('a command', () => {
  const results = (outcomes: readonly Outcome[]): string[] =>
    outcomes.map((one) => (one.refused === undefined ? one.done : one.refused.code));

  it('that comes again gets the same answer and has no second effect', () => {
    const signUp = aSignUp('ada');
    const once = apply(empty, [signUp], DAY_BEFORE);
    const left = after(once.event, [aWithdrawal('ada')]);
    expect(apply(left, [signUp], DAY_BEFORE)).toMatchObject({ event: left, outcomes: once.outcomes });
    const cancel = aMove('cancel');
    const cancelled = after(left, [cancel]);
    expect(after(cancelled, [cancel])).toBe(cancelled);
  });

  it('that was refused is judged anew', () => {
    const early = aCheckIn('ada');
    const event = after(empty, [aSignUp('ada')]);
    expect(refusal(event, early)).toBe('check_in_closed');
    expect(results(apply(event, [early], QUARTER_TO).outcomes)).toEqual(['checked_in']);
  });

  it('is decided after those before it in the same write', () => {
    const { event, outcomes } = apply(
      empty,
      [aSignUp('ada'), aWithdrawal('ben'), aWithdrawal('ada'), aSignUp('ben')],
      DAY_BEFORE,
    );
    expect(results(outcomes)).toEqual(['signed_up', 'not_signed_up', 'withdrawn', 'signed_up']);
    expect(standings(event)).toEqual(['ada withdrawn', 'ben confirmed']);
    expect(event.revision).toBe(empty.revision + 1);
  });
});
