import { describe, expect, it } from 'vitest';
import {
  aChange,
  after,
  anEdit,
  aMove,
  anOfferAnswer,
  aDecision,
  aPlacement,
  aSignUp,
  aWithdrawal,
  DAY_BEFORE,
  refusal,
  standings,
} from '../../../../test/factories/commands.js';
import { anEventWithRoster } from '../../../../test/factories/event.js';
import { apply } from './apply.js';
import { checkInButtonFrom } from './check-in.js';
import { effectsOf } from './effects.js';
import type { EventRole } from './event.js';

/** Ways to a seat that take time: several roles, approval, and offers; the event is at 20:00 the day after. */
const tank: EventRole = { id: 'tank', name: 'Tank', capacity: 1, description: null, emoji: null };
const medic: EventRole = { ...tank, id: 'medic', name: 'Medic' };
const withRoles = anEventWithRoster([], { roles: [tank, medic] });
const tankElseMedic = (userId: string) => aSignUp(userId, { role_ids: ['tank', 'medic'] });
const minutesLater = (minutes: number): Date => new Date(DAY_BEFORE.getTime() + minutes * 60_000);

describe('several roles', () => {
  it('give a seat in the first that has one free, and move no one for it', () => {
    const event = after(withRoles, [tankElseMedic('ada'), tankElseMedic('ben')]);
    expect(standings(event)).toEqual(['ada confirmed tank', 'ben confirmed medic']);
  });

  it('are all waited for, and counted, until the first of them frees', () => {
    const full = after(withRoles, [
      ...[tankElseMedic('ada'), tankElseMedic('ben'), tankElseMedic('cleo')],
      aSignUp('dov', { role_id: 'medic' }),
    ]);
    expect(standings(full).slice(2)).toEqual(['cleo waitlist tank', 'dov waitlist medic']);
    expect(full.seats).toMatchObject({
      waitlist: 2,
      by_role: { tank: { waitlist: 1 }, medic: { waitlist: 2 } },
    });
    const event = after(full, [aWithdrawal('ben')]);
    expect(standings(event).slice(2)).toEqual(['cleo confirmed medic', 'dov waitlist medic']);
    expect(event.seats.by_role).toMatchObject({
      tank: { waitlist: 0 },
      medic: { confirmed: 1, waitlist: 1 },
    });
  });

  it('move somebody seated into a dearer one only when it is free', () => {
    const event = after(withRoles, [tankElseMedic('ada'), tankElseMedic('ben')]);
    const wish = { role_ids: ['tank', 'medic'] };
    expect(after(event, [aChange('ben', wish)])).toBe(event);
    const freed = after(event, [aWithdrawal('ada'), aChange('ben', wish)]);
    expect(standings(freed)).toEqual(['ada withdrawn tank', 'ben confirmed tank']);
  });

  it('may be changed in the queue, which joins its end, and must be roles of the event', () => {
    const full = after(withRoles, ['ada', 'ben', 'cleo', 'dov'].map(tankElseMedic));
    const changed = after(full, [aChange('cleo', { role_id: 'tank' }), aWithdrawal('ada')]);
    expect(standings(changed).slice(2)).toEqual(['cleo waitlist tank', 'dov confirmed tank']);
    expect(refusal(withRoles, aSignUp('ada', { role_ids: ['tank', 'cook'] }))).toBe('validation_failed');
  });

  it('let staff promote into the first free one', () => {
    const full = after(withRoles, ['ada', 'ben', 'cleo'].map(tankElseMedic));
    expect(refusal(full, aPlacement('cleo', { status: 'confirmed' }))).toBe('role_full');
    const event = after(full, [aPlacement('ben', { status: 'waitlist' })]);
    expect(standings(event).slice(1)).toEqual(['ben waitlist medic', 'cleo confirmed medic']);
  });
});

describe('approval', () => {
  const strict = anEventWithRoster([], { approval_required: true, max_participants: 1 });

  it('is waited for without a seat or a place in the queue', () => {
    const event = after(strict, [aSignUp('ada'), aSignUp('ben')]);
    expect(standings(event)).toEqual(['ada pending', 'ben pending']);
    expect(event.seats).toMatchObject({ confirmed: 0, waitlist: 0, pending: 2 });
  });

  it('gives a seat, or the place in the queue by when they asked', () => {
    const asked = after(
      strict,
      ['ada', 'ben', 'cleo'].map((name) => aSignUp(name)),
    );
    const approved = after(asked, [aDecision('cleo', true), aDecision('ben', true), aDecision('ada', true)]);
    expect(standings(approved)).toEqual(['ada waitlist', 'ben waitlist', 'cleo confirmed']);
    expect(standings(after(approved, [aWithdrawal('cleo')]))[0]).toBe('ada confirmed');
  });

  it('can be declined, which is told, and asked for again', () => {
    const event = after(strict, [aSignUp('ada'), aDecision('ada', false)]);
    expect(standings(event)).toEqual(['ada withdrawn']);
    expect(effectsOf(event, event.roster).map(({ type }) => type)).toEqual(['signup.declined']);
    expect(refusal(event, aDecision('ada', true))).toBe('not_pending');
    expect(standings(after(event, [aSignUp('ada')]))).toEqual(['ada pending']);
  });

  it('is not needed by organizers, and those whom staff sign up', () => {
    const roomy = { ...strict, max_participants: null, co_organizer_ids: ['ben'] };
    const event = after(roomy, [
      aSignUp(strict.created_by),
      aSignUp('ben'),
      aSignUp('cleo', { by_staff: true }),
      aSignUp('dov'),
    ]);
    expect(event.roster.map(({ status }) => status)).toEqual([
      ...['confirmed', 'confirmed', 'confirmed'],
      'pending',
    ]);
  });

  it('is given to all in their order when it is required no more; a role that is gone is none', () => {
    const event = after({ ...strict, roles: [tank, medic] }, [
      aSignUp('ada', { role_id: 'tank' }),
      aSignUp('ben', { role_ids: ['tank', 'medic'] }),
    ]);
    const open = after(event, [anEdit({ roles: [medic] }), anEdit({ approval_required: false })]);
    expect(standings(open)).toEqual(['ada confirmed', 'ben waitlist medic']);
  });

  it('is asked for by somebody who comes back from another answer', () => {
    const offered = { ...strict, answers: ['tentative'] as const };
    const event = after(offered, [
      aSignUp('ada', { status: 'tentative' }),
      aChange('ada', { status: 'confirmed' }),
    ]);
    expect(standings(event)).toEqual(['ada pending']);
  });
});

describe('offers', () => {
  const offering = anEventWithRoster([], { max_participants: 1, offer_minutes: 30 });
  const full = after(
    offering,
    ['ada', 'ben', 'cleo'].map((name) => aSignUp(name)),
  );
  const freed = after(full, [aWithdrawal('ada')]);

  it('hold a freed seat for the first who waits, so that no one else gets it', () => {
    expect(standings(freed)).toEqual(['ada withdrawn', 'ben offered', 'cleo waitlist']);
    expect(freed).toMatchObject({
      seats: { confirmed: 0, offered: 1, waitlist: 1 },
      due_at: minutesLater(30),
    });
    expect(standings(after(freed, [aSignUp('dov')]))[3]).toBe('dov waitlist');
    expect(refusal(freed, aPlacement('cleo', { status: 'confirmed' }))).toBe('event_full');
    expect(effectsOf({ ...freed, effects_revision: full.revision }, freed.roster)).toMatchObject([
      { type: 'signup.withdrawn' },
      { type: 'waitlist.offered' },
    ]);
  });

  it.each([
    ['by the answer to it', anOfferAnswer('ben', true)],
    ['by signing up again', aSignUp('ben')],
    ['by a change of answer', aChange('ben', { status: 'confirmed' })],
    ['by staff', aPlacement('ben', { status: 'confirmed' })],
  ])('are taken %s', (_how, command) => {
    const event = after(freed, [command]);
    expect(standings(event)[1]).toBe('ben confirmed');
    expect(event.roster[1]).toMatchObject({ offer_expires_at: null });
    expect(event.due_at).toEqual(checkInButtonFrom(event));
  });

  it('go to the next when they are left, or run out', () => {
    for (const event of [
      after(freed, [anOfferAnswer('ben', false)]),
      after(freed, [aWithdrawal('ben')]),
      apply(freed, [], minutesLater(30)).event,
    ]) {
      expect(standings(event).slice(1)).toEqual(['ben withdrawn', 'cleo offered']);
    }
    expect(apply(freed, [], minutesLater(29)).event).toBe(freed);
    const next = apply(freed, [], minutesLater(40)).event;
    expect(next.roster[2]).toMatchObject({ offer_expires_at: minutesLater(70) });
    expect(refusal(next, anOfferAnswer('ben', true), minutesLater(41))).toBe('not_signed_up');
  });

  it('are for freed seats: one that is free when somebody asks is theirs at once', () => {
    const roles = after({ ...offering, max_participants: null, roles: [tank, medic] }, [
      aSignUp('ada', { role_id: 'tank' }),
      aSignUp('ben', { role_id: 'tank' }),
      aChange('ben', { role_id: 'medic' }),
    ]);
    expect(standings(roles)).toEqual(['ada confirmed tank', 'ben confirmed medic']);
  });

  it('are none near the start, once it has begun, while answers are locked, and where none are wanted', () => {
    const leaving = [aWithdrawal('ada')];
    const nearly = new Date(full.start_at_utc.getTime() - 30 * 60_000);
    expect(standings(after(full, leaving, nearly))[1]).toBe('ben confirmed');
    expect(standings(after(full, [aMove('start'), ...leaving]))[1]).toBe('ben confirmed');
    const out = [aPlacement('ada', { status: 'withdrawn' })];
    expect(standings(after(full, [anEdit({ locked: true }), ...out]))[1]).toBe('ben confirmed');
    expect(standings(after(full, [anEdit({ offer_minutes: null }), ...leaving]))[1]).toBe('ben confirmed');
  });

  it('can be left for another role, at the end of its queue', () => {
    const roles = { ...offering, max_participants: null, roles: [tank, medic] };
    const asked = after(roles, [
      aSignUp('ada', { role_id: 'tank' }),
      aSignUp('ben', { role_id: 'medic' }),
      aSignUp('cleo', { role_id: 'tank' }),
      aWithdrawal('ada'),
    ]);
    expect(standings(asked)[2]).toBe('cleo offered tank');
    const event = after(asked, [aChange('cleo', { role_id: 'medic' })]);
    expect(standings(event)[2]).toBe('cleo waitlist medic');
    expect(event.seats).toMatchObject({ offered: 0, by_role: { tank: { offered: 0 } } });
  });

  it('keep limits from being cut below what is held', () => {
    const two = after({ ...freed, max_participants: 2 }, [aSignUp('dov')]);
    expect(refusal(two, anEdit({ max_participants: 1 }))).toBe('capacity_below_confirmed');
  });
});
