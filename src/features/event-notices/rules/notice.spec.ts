import { describe, expect, it } from 'vitest';
import {
  aDecision,
  anEdit,
  anOfferAnswer,
  aSignUp,
  aWithdrawal,
} from '../../../../test/factories/commands.js';
import { anEventWithRoster } from '../../../../test/factories/event.js';
import { anEntry } from '../../../../test/factories/roster.js';
import { apply } from '../../events/rules/apply.js';
import type { Command } from '../../events/rules/commands.js';
import type { EventWithRoster } from '../../events/rules/event-record.js';
import {
  concerned,
  isStillTrue,
  isToldOf,
  noticesOf,
  NOTHING_OF_ITS_OWN,
  reminderOf,
  type NewNotice,
  type Notice,
} from './notice.js';

const NOW = new Date('2029-12-30T20:00:00Z');
const event = anEventWithRoster([], { id: 'e', effects_revision: 1, max_participants: 1 });
const after = (before: EventWithRoster, ...commands: Command[]): EventWithRoster =>
  apply(before, commands, NOW).event;
const noticed = (fresh: NewNotice): Notice => ({ ...fresh, stage: 'new', created_at: NOW });
const told = (changed: EventWithRoster) => noticesOf(changed, changed.roster).map(({ id }) => id);
const aNotice = (fields: Partial<Notice>): Notice => ({
  ...NOTHING_OF_ITS_OWN,
  ...{ id: 'n', event_id: 'e', org_id: 'o', kind: 'announcement', stage: 'new', due_at: null },
  created_at: NOW,
  ...fields,
});

it('says nothing of an announcement whose author is gone', () => {
  expect(isStillTrue(aNotice({ message: 'Bring water.' }), event, NOW)).toBe(true);
  expect(isStillTrue(aNotice({ message: null }), event, NOW)).toBe(false);
});

describe('noticesOf', () => {
  it('tells of a new time or place, and of nothing else that is edited', () => {
    expect(told(after(event, anEdit({ location: 'Area 18' })))).toEqual(['e/change/2']);
    const later = new Date(event.start_at_utc.getTime() + 1);
    expect(told(after(event, anEdit({ start_at_utc: later })))).toEqual(['e/change/2']);
    expect(told(after(event, anEdit({ title: 'Another raid' })))).toEqual([]);
  });

  it('tells all who were promoted by one write together', () => {
    const full = after(event, aSignUp('ada'), aSignUp('ben'));
    const left = after({ ...full, effects_revision: full.revision }, aWithdrawal('ada'));
    expect(noticesOf(left, left.roster)).toMatchObject([{ id: 'e/promotion/3', user_ids: ['ben'] }]);
  });

  it('tells who is offered a seat or held it too long, who is approved or declined, whatever they have switched off', () => {
    const offering = after({ ...event, offer_minutes: 30 }, aSignUp('ada'), aSignUp('ben'));
    const left = after({ ...offering, effects_revision: offering.revision }, aWithdrawal('ada'));
    const [offer] = noticesOf(left, left.roster);
    expect(offer).toMatchObject({ id: 'e/offer/3', kind: 'offer', user_ids: ['ben'] });
    if (offer === undefined) throw new Error('no offer');
    expect(concerned(noticed(offer), left)).toEqual(['ben']);
    expect(concerned(noticed(offer), after(left, anOfferAnswer('ben', true)))).toEqual([]);

    const over = apply(
      { ...left, effects_revision: left.revision },
      [],
      new Date(NOW.getTime() + 30 * 60_000),
    ).event;
    const [end] = noticesOf(over, over.roster);
    expect(end).toMatchObject({ id: 'e/lapsed/4', user_ids: ['ben'] });
    if (end === undefined) throw new Error('no notice');
    expect(concerned(noticed(end), over)).toEqual(['ben']);
    expect(concerned(noticed(end), after(over, aSignUp('ben')))).toEqual([]);

    const strict = after({ ...event, approval_required: true }, aSignUp('ada'), aSignUp('ben'));
    const asked = { ...strict, effects_revision: strict.revision };
    const decided = after(asked, aDecision('ada', true), aDecision('ben', false));
    expect(told(decided)).toEqual(['e/approved/3', 'e/declined/3']);
    const silent = { dm_opt_in: false, dm_kinds: [] };
    expect([isToldOf(silent, 'offer'), isToldOf(silent, 'promotion')]).toEqual([true, false]);
  });

  it('tells of a cancellation, but not of a draft’s', () => {
    const cancel = { type: 'cancel', id: 'c', reason: null } as const;
    expect(told(after(event, cancel))).toEqual(['e/cancellation/2']);
    expect(told(after({ ...event, state: 'draft' }, cancel))).toEqual([]);
  });

  it('tells nothing again that was told', () => {
    const moved = after(event, anEdit({ location: 'Area 18' }));
    expect(told({ ...moved, effects_revision: moved.revision })).toEqual([]);
  });
});

describe('isStillTrue', () => {
  it('a reminder: only of the start that it is about, before it, of a published event', () => {
    const reminder = noticed(reminderOf(event, 60, NOW));
    expect(isStillTrue(reminder, event, NOW)).toBe(true);
    expect(isStillTrue(reminder, event, event.start_at_utc)).toBe(false);
    expect(isStillTrue(reminder, { ...event, state: 'cancelled' }, NOW)).toBe(false);
    expect(isStillTrue(reminder, { ...event, start_at_utc: new Date('2030-01-02T20:00:00Z') }, NOW)).toBe(
      false,
    );
  });

  it('a change: not once time or place changed again', () => {
    const once = after(event, anEdit({ location: 'Area 18' }));
    const [change] = noticesOf(once, []).map(noticed);
    if (change === undefined) throw new Error('no notice');
    expect(isStillTrue(change, once, NOW)).toBe(true);
    expect(isStillTrue(change, after(once, anEdit({ title: 'Another raid' })), NOW)).toBe(true);
    expect(isStillTrue(change, after(once, anEdit({ location: 'Lorville' })), NOW)).toBe(false);
  });
});

describe('concerned', () => {
  const roster = (['confirmed', 'late', 'waitlist', 'tentative', 'absent', 'withdrawn'] as const).map(
    (status, order) => anEntry({ id: status, user_id: status, status, order }),
  );
  const of = (fields: Partial<Notice>) => concerned(aNotice(fields), { roster });

  it('reminders are for who has a seat, changes for who comes or may', () => {
    expect(of({ kind: 'reminder' })).toEqual(['confirmed', 'late']);
    expect(of({ kind: 'change' })).toEqual(['confirmed', 'late', 'waitlist', 'tentative']);
    expect(of({ kind: 'promotion', user_ids: ['late', 'withdrawn'] })).toEqual(['late']);
  });

  it('announcements are for the audience', () => {
    expect(of({ audience: 'seated' })).toEqual(['confirmed', 'late']);
    expect(of({ audience: 'waitlist' })).toEqual(['waitlist']);
    expect(of({ audience: 'all' })).toEqual(['confirmed', 'late', 'waitlist', 'tentative']);
  });
});
