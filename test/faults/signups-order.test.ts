import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../src/common/actor.js';
import type { EventFields } from '../../src/features/events/rules/edit.js';
import { isLocked, type LockedSignup } from '../../src/features/events/rules/move.js';
import { Community } from '../support/community.js';

/** Promotions that meet other operations at their weakest moment, one by one; chance meets some of these too rarely. */

let community: Community;
let people: [Actor, Actor, Actor, Actor, Actor];
beforeAll(async () => {
  community = await Community.open();
  people = (await community.members(5)) as typeof people;
});
afterAll(() => community.close());

const names = ['Ada', 'Ben', 'Cy', 'Dee', 'Eve'];

/** As signing up, up to the lock. */
async function claim(eventId: string, actor: Actor, role_id: string | null = null): Promise<LockedSignup> {
  const { signup } = await community.locks.claim({
    event_id: eventId,
    user_id: actor.user_id,
    discord_id: '100000000000000001',
    handle: names[people.indexOf(actor)] ?? '',
    role_id,
    notes: null,
    ship_model: null,
    source: 'web',
  });
  if (!isLocked(signup)) throw new Error('not locked');
  return signup;
}

/** As signing up, without the last steps: the event has decided, and nobody knows yet. */
async function arrive(eventId: string, actor: Actor): Promise<LockedSignup> {
  const signup = await claim(eventId, actor);
  expect(await community.seats.arrive(signup)).not.toBeNull();
  return signup;
}

/** Runs `meanwhile` once, just before the next call of a repository's method. */
function justBefore<T extends object>(
  target: T,
  method: keyof T & string,
  meanwhile: () => Promise<unknown>,
): void {
  const original = target[method] as (...input: unknown[]) => Promise<unknown>;
  Reflect.set(target, method, async (...input: unknown[]) => {
    Reflect.deleteProperty(target, method);
    await meanwhile();
    return original.apply(target, input);
  });
}

async function raise(eventId: string, max_participants: number): Promise<void> {
  const event = await community.read({ id: eventId });
  expect(await community.events.edit(event, { max_participants })).not.toBeNull();
}

it('does not prefer one whose number is known to one whose lower number is not yet', async () => {
  const [ada, ben, cy, dee] = people;
  const event = await community.event({ max_participants: 1 });
  await community.signUp(ada, event);
  await community.signUp(ben, event);
  await raise(event.id, 3);

  justBefore(community.signups, 'firstWaiting', async () => {
    await arrive(event.id, cy);
    const last = await arrive(event.id, dee);
    const { decisions } = await community.read(event);
    await community.signups.copy(decisions.filter(({ move_id }) => move_id === last.move.id));
  });
  await community.promote.execute(event.id);

  await community.recover.execute();
  await community.age();
  await community.recover.execute();
  const standing = await Promise.all([ben, cy, dee].map((actor) => community.statusOf(event, actor)));
  expect(standing).toEqual(['confirmed', 'confirmed', 'waitlist']);
  await community.audit(event);
});

it('does not give the last seat to a later one when an earlier one has just become eligible', async () => {
  const [ada, ben, cy, dee, eve] = people;
  const roles = ['a', 'b'].map((id) => ({
    id: `r-${id}`,
    name: id,
    capacity: 1,
    description: null,
    emoji: null,
  }));
  const event = await community.event({ roles, max_participants: 3 });
  await community.signUp(ada, event, 'r-a');
  await community.signUp(ben, event);
  await community.signUp(cy, event);
  // Both wait: the event is full.
  await community.signUp(dee, event, 'r-a');
  await community.signUp(eve, event);
  await raise(event.id, 4);

  // Eve is chosen, since nobody else's seat is free; then Ada leaves the role that Dee waits for.
  justBefore(community.seats, 'promote', async () => {
    const own = await community.signups.findOwn(event.id, ada.user_id);
    const locked = own && (await community.locks.lock(own, { to: 'role', role_id: 'r-b' }));
    const moved = locked && (await community.seats.changeSeat(locked));
    await community.signups.copy(moved?.decisions ?? []);
  });
  await community.promote.execute(event.id);

  expect(await community.statusOf(event, dee)).toBe('confirmed');
  expect(await community.statusOf(event, eve)).toBe('waitlist');
  await community.audit(event);
});

it('leaves no seat empty when the first in the queue steps aside at the wrong moment', async () => {
  const [ada, ben, cy] = people;
  const event = await community.event({ max_participants: 1 });
  await community.signUp(ada, event);
  await community.signUp(ben, event);
  await community.signUp(cy, event);

  // Ada's seat is free and Ben is chosen, but Ben is just leaving.
  justBefore(community.locks, 'lockWaiting', () => community.withdraw.execute(ben, event.id));
  await community.withdraw.execute(ada, event.id);

  expect(await community.statusOf(event, cy)).toBe('confirmed');
  await community.audit(event);
});

it('leaves no seat empty when the first in the queue wants to leave and may not', async () => {
  const [ada, ben] = people;
  const roles = [{ id: 'r-a', name: 'A', capacity: 1, description: null, emoji: null }];
  const event = await community.event({ max_participants: 1, roles });
  await community.signUp(ada, event);
  await community.signUp(ben, event);

  // Ben holds his own signup, for a role that disappears, while Ada leaves and finds nobody free to promote.
  justBefore(community.seats, 'requeue', async () => {
    const now = await community.read(event);
    expect(await community.events.edit(now, { roles: [] })).not.toBeNull();
    await community.withdraw.execute(ada, event.id);
    expect(await community.statusOf(event, ben)).toBe('waitlist');
  });
  await expect(community.update.execute(ben, event.id, { role_id: 'r-a' })).rejects.toMatchObject({
    kind: 'invalid',
  });

  expect(await community.statusOf(event, ben)).toBe('confirmed');
  await community.audit(event);
});

it('decides on those who arrive together one by one when one of them asks for what is not there', async () => {
  const [ada, ben, cy] = people;
  const event = await community.event({ max_participants: 5 });
  const claims = await Promise.all([
    claim(event.id, ada),
    claim(event.id, ben, 'a role that has just been removed'),
    claim(event.id, cy),
  ]);
  const decided = await Promise.all(claims.map((signup) => community.seats.arrive(signup)));
  expect(decided.map((after) => after !== null)).toEqual([true, false, true]);
  await community.locks.release(claims.slice(1, 2));
  await community.age();
  await community.recover.execute();
  expect((await community.audit(event)).seats.confirmed).toBe(2);
});

it('does not write an edit that no longer fits', async () => {
  const [ada, ben, cy] = people;
  const role = (id: string, capacity: number) => ({ id, name: id, capacity, description: null, emoji: null });
  const event = await community.event({ max_participants: 5, roles: [role('r-a', 3), role('r-b', 3)] });
  const read = await community.read(event);
  for (const actor of [ada, ben]) await community.signUp(actor, event, 'r-a');
  await community.signUp(cy, event);

  const edit = (fields: EventFields) => community.events.edit(read, fields);
  expect(await edit({ max_participants: 2 }), 'fewer seats than are taken').toBeNull();
  expect(await edit({ roles: [role('r-a', 1), role('r-b', 3)] }), 'fewer in the role').toBeNull();
  expect(await edit({ roles: [role('r-b', 3)] }), 'without a role that is taken').toBeNull();
  expect(await edit({ max_participants: 3, roles: [role('r-a', 2)] }), 'just enough').not.toBeNull();
  expect(await edit({ roles: [role('r-a', 5), role('r-b', 3)] }), 'roles are others by now').toBeNull();
  await community.events.transition(event.id, 'published', 'active');
  expect(await edit({ title: 'Too late' }), 'another state').toBeNull();
  await community.audit(event);
});
