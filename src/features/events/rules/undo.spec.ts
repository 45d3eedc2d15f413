import { describe, expect, it } from 'vitest';
import {
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
import type { Command, UndoCommand } from './commands.js';
import type { EventWithRoster } from './event-record.js';
import type { EventRole } from './event.js';

const tank: EventRole = { id: 'tank', name: 'Tank', capacity: 1, description: null, emoji: null };
const medic: EventRole = { ...tank, id: 'medic', name: 'Medic', capacity: 1 };
const empty = anEventWithRoster([], { max_participants: 2, roles: [tank, medic] });

/** The event after an organizer's act, with the command that takes it back. */
function acted(event: EventWithRoster, act: Command): [EventWithRoster, UndoCommand] {
  const { event: next, undoable } = apply(event, [act], DAY_BEFORE);
  const [change] = undoable;
  if (change === null || change === undefined) throw new Error('This cannot be taken back');
  return [next, { type: 'undo', id: `undo:${act.id}`, change, expected_edition: null }];
}

describe('taking back what was done to a signup', () => {
  it('gives back seat and role, and the old place in the queue', () => {
    const seated = after(empty, [
      aSignUp('ada', { role_id: 'tank' }),
      aSignUp('ben', { role_id: 'tank' }),
      aSignUp('cleo', { role_id: 'tank' }),
    ]);
    const [moved, back] = acted(seated, aPlacement('ben', { status: 'confirmed', role_id: 'medic' }));
    expect(standings(moved)).toEqual(['ada confirmed tank', 'ben confirmed medic', 'cleo waitlist tank']);
    const undone = after(moved, [back]);
    expect(standings(undone)).toEqual(['ada confirmed tank', 'ben waitlist tank', 'cleo waitlist tank']);
    expect(undone.roster.map(({ order }) => order)).toEqual([1, 2, 3]);
    expect(undone.seats).toEqual(seated.seats);
    expect(apply(undone, [back], DAY_BEFORE).event, 'a repetition').toBe(undone);
  });

  it('puts somebody back whom staff had taken out, as long as their seat is free', () => {
    const seated = after(empty, [aSignUp('ada', { role_id: 'tank' })]);
    const [out, back] = acted(seated, aPlacement('ada', { status: 'withdrawn' }));
    expect(standings(after(out, [back]))).toEqual(['ada confirmed tank']);
    const taken = after(out, [aSignUp('ben', { role_id: 'tank' })]);
    expect(refusal(taken, back)).toBe('undo_no_seat');
  });

  it('takes no seat from those who waited for it', () => {
    const full = after(
      { ...empty, roles: [] },
      ['ada', 'ben', 'cleo'].map((name) => aSignUp(name)),
    );
    const [out, back] = acted(full, aPlacement('ada', { status: 'withdrawn' }));
    expect(standings(out)).toEqual(['ada withdrawn', 'ben confirmed', 'cleo confirmed']);
    expect(refusal(out, back)).toBe('undo_no_seat');
  });

  it('withdraws somebody whom staff had signed up', () => {
    const [signedUp, back] = acted(empty, aSignUp('ada', { by_staff: true }));
    expect(standings(after(signedUp, [back]))).toEqual(['ada withdrawn']);
  });

  it('leaves alone what has been changed since, or is somebody else’s by now', () => {
    const [seated, back] = acted(empty, aSignUp('ada', { by_staff: true }));
    expect(refusal(after(seated, [aWithdrawal('ada')]), back)).toBe('undo_changed_since');
    const [entry] = seated.roster;
    const erased = { ...seated, roster: entry === undefined ? [] : [{ ...entry, user_id: 'tombstone' }] };
    expect(refusal(erased, back)).toBe('undo_signup_gone');
  });

  it('is no way into an event that is over, but for who came', () => {
    const active = { ...empty, state: 'active' } as const;
    const [out, back] = acted(after(active, [aSignUp('ada')]), aPlacement('ada', { status: 'withdrawn' }));
    expect(refusal({ ...out, state: 'completed' }, back)).toBe('event_closed');
    const [missed, again] = acted(after(active, [aSignUp('ada')]), aPlacement('ada', { status: 'no_show' }));
    const over = after({ ...missed, state: 'completed' }, [again]);
    expect(standings(over)).toEqual(['ada confirmed']);
  });

  it('wants the revision that the organizer saw', () => {
    const [seated, back] = acted(empty, aSignUp('ada', { by_staff: true }));
    expect(refusal(seated, { ...back, expected_edition: seated.edition + 1 })).toBe('revision_changed');
  });
});

describe('taking back an edit', () => {
  it('gives back the changed fields alone, roles with the ids that they had', () => {
    const [changed, back] = acted(empty, anEdit({ title: 'Other title', roles: [medic] }));
    const later = after(changed, [anEdit({ location: 'Orison' })]);
    const undone = after(later, [back]);
    expect(undone).toMatchObject({ title: empty.title, location: 'Orison', roles: [tank, medic] });
    expect(apply(undone, [back], DAY_BEFORE).event, 'a repetition').toBe(undone);
  });

  it('leaves alone what has been changed since', () => {
    const [changed, back] = acted(empty, anEdit({ title: 'Other title' }));
    expect(refusal(after(changed, [anEdit({ title: 'A third one' })]), back)).toBe('undo_changed_since');
  });

  it('takes no seats that were given meanwhile, and moves no event into the past', () => {
    const [wider, back] = acted(empty, anEdit({ max_participants: 3 }));
    const crowded = after(
      wider,
      ['ada', 'ben', 'cleo'].map((name) => aSignUp(name)),
    );
    expect(refusal(crowded, back)).toBe('capacity_below_confirmed');
    const start = new Date(empty.start_at_utc.getTime() + 7 * 86_400_000);
    const [moved, earlier] = acted(empty, anEdit({ start_at_utc: start }));
    expect(refusal(moved, earlier, new Date(empty.start_at_utc.getTime() + 1))).toBe('undo_impossible');
  });
});
