import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Actor } from '../../src/common/actor.js';
import { EventClock } from '../../src/features/events/event-clock.js';
import { EVENT_MODEL, type EventDocument } from '../../src/features/events/event.schema.js';
import type { EventRecord } from '../../src/features/events/rules/event-record.js';
import { Community } from '../support/community.js';

// Two writers with a memory of their own, as in two processes. `here` remembers the event before `there` changes it.

const ORGANIZER: Actor = { user_id: 'organizer', site_admin: true };

let here: Community;
let there: Community;
let members: Actor[];
beforeAll(async () => {
  here = await Community.open();
  there = await Community.open(here);
  members = await here.members(6);
});
beforeEach(() => vi.restoreAllMocks());
afterAll(async () => {
  await there.close();
  await here.close();
});

const member = (n: number): Actor => members[n] ?? ORGANIZER;

/** An event that was answered to on both sides, and that both remember as it is. */
async function knownEvent(fields: Partial<EventRecord> = {}): Promise<EventRecord> {
  const event = await here.event({ max_participants: 2, ...fields });
  await here.signUp(member(0), event);
  await there.signUp(member(1), event);
  await here.writer.passTime(event.id);
  return event;
}

it('lets somebody in as soon as another process has opened the event to them', async () => {
  const event = await here.event({ visibility: 'private' });
  await expect(here.signUp(member(0), event)).rejects.toMatchObject({ code: 'event_not_found' });
  await expect(here.signups.withdraw(member(0), event.id)).rejects.toMatchObject({ code: 'event_not_found' });

  await there.service.edit(ORGANIZER, event.id, { visibility: 'public' });

  await expect(here.signups.withdraw(member(0), event.id)).rejects.toMatchObject({ code: 'not_signed_up' });
  await there.service.edit(ORGANIZER, event.id, { visibility: 'private' });
  await expect(here.signUp(member(0), event)).rejects.toMatchObject({ code: 'event_not_found' });
  await there.service.edit(ORGANIZER, event.id, { visibility: 'public' });
  await expect(here.signUp(member(0), event)).resolves.toMatchObject({ result: 'signed_up' });
  await there.service.edit(ORGANIZER, event.id, { visibility: 'private' });
  const invited = { ...member(1), site_admin: true };
  await expect(here.signUp(invited, event)).resolves.toMatchObject({ result: 'signed_up' });
});

it('reads only what has changed after another process was faster, also for those who arrive meanwhile', async () => {
  const event = await knownEvent();
  const find = vi.spyOn(here.rosters, 'find');
  const findChanged = here.rosters.findChanged.bind(here.rosters);
  let late: Promise<unknown> | undefined;
  vi.spyOn(here.rosters, 'findChanged').mockImplementation((...from) => {
    late ??= here.signUp(member(4), event);
    return findChanged(...from);
  });
  await there.signUp(member(2), event);

  await here.signUp(member(3), event);
  await late;

  expect(late, 'there was a conflict').toBeDefined();
  expect(find).not.toHaveBeenCalled();
  expect((await here.audit(event)).seats).toMatchObject({ confirmed: 2, waitlist: 3 });
});

it('says "already" only of what is so by now', async () => {
  const event = await knownEvent();
  await there.signups.withdraw(member(0), event.id);
  expect(await here.signUp(member(0), event)).toMatchObject({ result: 'signed_up' });
  expect(await there.signUp(member(0), event)).toMatchObject({ result: 'already' });
});

it('settles a write whose answer was lost, once', async () => {
  const event = await knownEvent();
  const write = here.rosters.write.bind(here.rosters);
  vi.spyOn(here.rosters, 'write').mockImplementationOnce(async (...states) => {
    await write(...states);
    throw new Error('the connection broke');
  });
  const { entry } = await here.signUp(member(2), event);
  const now = await here.audit(event);
  expect(now.roster[2]).toEqual(entry);
  expect(now.roster).toHaveLength(3);
});

it('settles a lost answer also when another process has written since, without a second effect', async () => {
  const event = await knownEvent();
  const write = here.rosters.write.bind(here.rosters);
  vi.spyOn(here.rosters, 'write').mockImplementationOnce(async (...states) => {
    await write(...states);
    await there.signUp(member(3), event);
    throw new Error('the connection broke');
  });
  const { result, entry } = await here.signups.withdraw(member(0), event.id);
  expect([result, entry.rev]).toEqual(['withdrawn', 4]);
  expect((await here.audit(event)).revision).toBe(5);
});

it('fails when a write has not taken place, and changes nothing', async () => {
  const event = await knownEvent();
  const failure = new Error('the connection broke');
  vi.spyOn(here.rosters, 'write').mockRejectedValueOnce(failure);
  await expect(here.signUp(member(2), event)).rejects.toBe(failure);
  expect((await here.audit(event)).roster).toHaveLength(2);
});

it.each([
  ['behind what it knows', -1],
  ['as far as what it knows', 0],
])('takes the roster of a backup that is %s for what it is', async (_how, step) => {
  const event = await knownEvent({ max_participants: null });
  const known = await here.read(event);
  await here.signups.withdraw(member(0), event.id);
  await here.signUp(member(2), event);
  // Another past: of the two, one has never answered.
  const { id, roster, ...head } = known;
  const restored = {
    ...head,
    revision: known.revision + 2 + step,
    stamp: 'of the backup',
    seats: { ...head.seats, confirmed: 1 },
    roster: roster.slice(0, 1),
  };
  await here.get<Model<EventDocument>>(getModelToken(EVENT_MODEL)).replaceOne({ _id: id }, restored);

  await here.signUp(member(3), event);

  const now = await here.audit(event);
  expect(now.roster.map(({ user_id, status }) => [user_id, status])).toEqual([
    [member(0).user_id, 'confirmed'],
    [member(3).user_id, 'confirmed'],
  ]);
});

it('forgets an event that was deleted', async () => {
  const event = await knownEvent();
  await here.get<Model<EventDocument>>(getModelToken(EVENT_MODEL)).deleteOne({ _id: event.id });
  for (let time = 0; time < 2; time++) {
    await expect(here.signUp(member(2), event)).rejects.toMatchObject({ code: 'event_not_found' });
  }
});

it('starts and ends events by the clock, whichever of them fails', async () => {
  const begun = new Date(Date.now() - 60_000);
  const [failing, due] = [
    await here.event({ start_at_utc: new Date(begun.getTime() - 1) }),
    await here.event({ start_at_utc: begun }),
  ];
  const write = here.rosters.write.bind(here.rosters);
  vi.spyOn(here.rosters, 'write').mockImplementation((before, after) =>
    before.id === failing.id ? Promise.reject(new Error('the connection broke')) : write(before, after),
  );
  await here.get(EventClock).execute();
  expect([(await here.read(failing)).state, (await here.read(due)).state]).toEqual(['published', 'active']);
});
