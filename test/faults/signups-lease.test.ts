import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/common/actor.js';
import type { EventRecord } from '../../src/features/events/rules/event-record.js';
import { isLocked, type LockedSignup } from '../../src/features/events/rules/move.js';
import { Community } from '../support/community.js';

/** Steps of an operation by hand, to stop between them for as long as one likes. */

let community: Community;
let ada: Actor;
let ben: Actor;
beforeAll(async () => {
  community = await Community.open();
  [ada, ben] = (await community.members(2)) as [Actor, Actor];
});
afterAll(() => community.close());

async function claim(event: EventRecord, actor: Actor): Promise<LockedSignup> {
  const { signup } = await community.locks.claim({
    event_id: event.id,
    user_id: actor.user_id,
    discord_id: '100000000000000001',
    handle: 'Ada',
    role_id: null,
    notes: null,
    ship_model: null,
    source: 'web',
  });
  if (!isLocked(signup)) throw new Error('not locked');
  return signup;
}

/** As `signup` is in the memory of somebody who slept since it was locked. */
async function slept(signup: LockedSignup): Promise<LockedSignup> {
  await community.age();
  const at = new Date(signup.move.at.getTime() - 61_000);
  return { ...signup, move: { ...signup.move, at } };
}

describe('an operation that wakes up after its recovery', () => {
  it('cannot take a second seat', async () => {
    const event = await community.event({ max_participants: 5 });
    const sleeper = await slept(await claim(event, ada));
    await community.recover.execute();
    expect(await community.statusOf(event, ada)).toBe('confirmed');

    expect(await community.seats.arrive(sleeper)).toBeNull();
    expect((await community.audit(event)).seats.confirmed).toBe(1);
  });

  it('cannot give up a seat twice', async () => {
    const event = await community.event({ max_participants: 5 });
    await community.signUp(ada, event);
    await community.signUp(ben, event);
    const own = await community.signups.findOwn(event.id, ada.user_id);
    const locked = own && (await community.locks.lock(own, { to: 'leave', role_id: null }));
    if (locked === null) throw new Error('not locked');
    const sleeper = await slept(locked);
    await community.recover.execute();

    expect(await community.seats.leave(sleeper)).toBeNull();
    expect((await community.audit(event)).seats.confirmed).toBe(1);
  });

  it('cannot free a signup that recovery holds', async () => {
    const event = await community.event();
    const sleeper = await slept(await claim(event, ada));
    const taken = await community.locks.takeOver(sleeper);
    expect(taken?.move.id).not.toBe(sleeper.move.id);

    await community.locks.release([sleeper]);
    expect((await community.documents(event))[0]?.move?.id).toBe(taken?.move.id);
    if (taken !== null) await community.locks.release([taken]);
  });

  it('cannot free a signup after its own time, since recovery may be deciding', async () => {
    const event = await community.event();
    const sleeper = await slept(await claim(event, ada));
    await community.locks.release([sleeper]);
    expect(await community.documents(event)).toHaveLength(1);
    await community.recover.execute();
    expect((await community.audit(event)).seats.confirmed).toBe(1);
  });

  it('cannot copy its decision over a later one', async () => {
    const event = await community.event();
    const locked = await claim(event, ada);
    const decided = await community.seats.arrive(locked);
    await community.age();
    await community.recover.execute();
    const own = await community.signups.findOwn(event.id, ada.user_id);
    const leaving = own && (await community.locks.lock(own, { to: 'leave', role_id: null }));
    expect(leaving).not.toBeNull();

    await community.signups.copy(decided?.decisions ?? []);
    expect((await community.signups.findOwn(event.id, ada.user_id))?.move?.id).toBe(leaving?.move.id);
    if (leaving !== null) await community.locks.release([leaving]);
    await community.audit(event);
  });
});

describe('an operation under way', () => {
  it('is not taken over', async () => {
    const event = await community.event();
    const locked = await claim(event, ada);
    expect(await community.locks.takeOver(locked)).toBeNull();
    expect(await community.recover.execute()).toMatchObject({ finished: 0 });
    expect(await community.seats.arrive(locked)).not.toBeNull();
    expect(await community.seats.arrive(locked), 'decided once').toBeNull();
  });

  it('is waited for by a second click, which then tells what came of it', async () => {
    const event = await community.event({ max_participants: 1 });
    const locked = await claim(event, ada);
    const second = community.signUp(ada, event);
    const decided = await community.seats.arrive(locked);
    await community.signups.copy(decided?.decisions ?? []);
    await community.seats.forget(event.id, decided?.decisions ?? []);
    expect(await second).toMatchObject({ outcome: 'already', signup: { status: 'confirmed' } });
    await community.audit(event);
  });

  it('that decided and died is finished by the next click, without waiting', async () => {
    const event = await community.event({ max_participants: 1 });
    await community.seats.arrive(await claim(event, ada));
    expect(await community.signUp(ada, event)).toMatchObject({ outcome: 'already' });
    await community.audit(event);
  });

  it('that died long ago is finished by the next click', async () => {
    const event = await community.event({ max_participants: 1 });
    await claim(event, ada);
    await community.age();
    expect(await community.signUp(ada, event)).toMatchObject({ outcome: 'already' });
    await community.audit(event);
  });

  it('makes others say that they could not, after two seconds', async () => {
    const event = await community.event();
    const locked = await claim(event, ada);
    await expect(community.withdraw.execute(ada, event.id)).rejects.toMatchObject({ code: 'signup_busy' });
    await community.locks.release([locked]);
    expect(await community.documents(event), 'a signup that was never decided on disappears').toEqual([]);
  });
});

describe('an event that closes while a signup is under way', () => {
  it('refuses it, and nothing is left of it', async () => {
    const event = await community.event();
    await claim(event, ada);
    await community.events.transition(event.id, 'published', 'cancelled');
    await community.age();
    await community.recover.execute();
    expect(await community.documents(event)).toEqual([]);
    expect((await community.audit(event)).seats.confirmed).toBe(0);
  });

  it('keeps the seats of those who were leaving', async () => {
    const event = await community.event();
    await community.signUp(ada, event);
    const own = await community.signups.findOwn(event.id, ada.user_id);
    if (own !== null) await community.locks.lock(own, { to: 'leave', role_id: null });
    await community.events.transition(event.id, 'published', 'cancelled');
    await community.age();
    await community.recover.execute();
    expect(await community.statusOf(event, ada)).toBe('confirmed');
    await community.audit(event);
  });
});
