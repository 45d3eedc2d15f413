import { expect, it } from 'vitest';
import {
  aChange,
  aCheckIn,
  aMove,
  anEdit,
  aPlacement,
  aSignUp,
  aWithdrawal,
} from '../../../../test/factories/commands.js';
import { anEventWithRoster } from '../../../../test/factories/event.js';
import { apply } from './apply.js';
import type { Command } from './commands.js';
import { effectsOf, timelineOf } from './effects.js';
import type { EventRecord, EventWithRoster } from './event-record.js';

const NOW = new Date('2029-12-31T20:00:00Z');
const LATER = new Date('2029-12-31T21:00:00Z');

const event = (fields: Partial<EventRecord> = {}) =>
  anEventWithRoster([], { id: 'e', effects_revision: 1, max_participants: 1, ...fields });
const after = (before: EventWithRoster, commands: readonly Command[], now = NOW): EventWithRoster =>
  apply(before, commands, now).event;
const told = (now: EventWithRoster) => effectsOf(now, now.roster).map(({ id, type }) => `${type} ${id}`);

it('tells the last change of each entry, by the revision that made it', () => {
  const full = after(after(event(), [aSignUp('ada')]), [aSignUp('ben')]);
  expect(told(full)).toEqual(['signup.created e/2/entry-of-ada', 'signup.created e/3/entry-of-ben']);
  const left = after(full, [aWithdrawal('ada')], LATER);
  expect(told(left)).toEqual(['signup.withdrawn e/4/entry-of-ada', 'waitlist.promoted e/4/entry-of-ben']);
  expect(effectsOf(left, left.roster)[1]).toMatchObject({
    occurred_at: LATER,
    data: { event_id: 'e', revision: 1, signup: { user_id: 'ben', status: 'confirmed' } },
  });
});

it('tells nothing again that was told', () => {
  const joined = after(event(), [aSignUp('ada')]);
  expect(told({ ...joined, effects_revision: joined.revision })).toEqual([]);
});

it('does not let a note or a check-in hide the signup before it, nor tell it twice', () => {
  const joined = after(event({ start_at_utc: LATER }), [aSignUp('ada')]);
  const noted = after(joined, [aChange('ada', { notes: 'late' }), aCheckIn('ada')]);
  expect(noted.roster[0]).toMatchObject({ status: 'checked_in', rev: 3 });
  expect(told(noted)).toEqual(['signup.created e/2/entry-of-ada']);
  expect(told({ ...noted, effects_revision: 2 })).toEqual([]);
});

it('tells each kind of change that one write made', () => {
  expect(
    told(
      after(event(), [
        anEdit({ title: 'Another title' }),
        anEdit({ title: 'A third title' }),
        aMove('cancel'),
      ]),
    ),
  ).toEqual(['event.updated e/2/updated', 'event.updated e/2/updated', 'event.cancelled e/2/cancelled']);
  const over = after(event(), [], new Date('2030-01-02T20:00:00Z'));
  expect(told(over)).toEqual(['event.started e/2/started', 'event.completed e/2/completed']);
});

it('keeps what happens to a draft to itself', () => {
  const draft = event({ state: 'draft' });
  expect(told(after(draft, [anEdit({ title: 'Another title' }), aMove('cancel')]))).toEqual([]);
  expect(
    told(
      after(draft, [
        anEdit({ title: 'Another title' }),
        aMove('publish'),
        anEdit({ title: 'A third title' }),
      ]),
    ),
  ).toEqual(['event.published e/2/published', 'event.updated e/2/updated']);
});

it('says in the timeline what members did, check-ins too, and leaves staff’s acts to those who write them down', () => {
  const said = (now: EventWithRoster) =>
    timelineOf(now, now.roster).map(({ action, target_id }) => `${action} ${target_id ?? ''}`);
  const joined = after(
    event({ start_at_utc: LATER, max_participants: 2 }),
    ['ada', 'ben', 'cleo'].map((name) => aSignUp(name)),
  );
  const here = after(joined, [aCheckIn('ada'), aPlacement('ben', { status: 'checked_in' })]);
  expect(said({ ...here, effects_revision: joined.revision })).toEqual(['signup.checked_in ada']);
  const noted = after(here, [aChange('ada', { notes: 'ready' })]);
  const [first, again] = [here, noted].map((now) =>
    timelineOf(now, now.roster).find(({ action }) => action === 'signup.checked_in'),
  );
  expect(again, 'once').toEqual(first);
  const removed = after(joined, [aPlacement('ben', { status: 'withdrawn' })]);
  expect(said({ ...removed, effects_revision: joined.revision })).toEqual(['waitlist.promoted cleo']);
});
