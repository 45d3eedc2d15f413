import { afterAll, beforeAll, expect, it } from 'vitest';
import { positionOf } from '../../src/features/events/rules/roster.js';
import { Community } from '../support/community.js';

let community: Community;
beforeAll(async () => {
  community = await Community.open();
});
afterAll(() => community.close());

it(
  'seats 40 of 500 who race for 40 seats, and queues the others as the numbers were drawn',
  { timeout: 120_000 },
  async () => {
    const event = await community.event({ max_participants: 40 });
    const members = await community.members(500);

    const results = await Promise.all(members.map((member) => community.signUp(member, event)));

    const now = await community.audit(event);
    expect(now.seats).toMatchObject({ confirmed: 40, waitlist: 460 });
    const told = (status: string) => results.filter(({ entry }) => entry.status === status);
    expect(told('confirmed')).toHaveLength(40);
    expect(told('waitlist')).toHaveLength(460);

    // Nobody has left, so what each was told is still so.
    for (const { event: seen, entry } of told('waitlist')) {
      expect(positionOf(now.roster, entry)).toBe(positionOf(seen.roster, entry));
    }
    expect(now.revision - event.revision, 'far fewer writes than people').toBeLessThan(50);
  },
);

it('holds 1,000 answers, and says so to the next', { timeout: 120_000 }, async () => {
  const event = await community.event({ max_participants: 40 });
  const members = await community.members(1_100);

  const results = await Promise.allSettled(members.map((member) => community.signUp(member, event)));

  const refused = results.filter(({ status }) => status === 'rejected');
  expect(refused).toHaveLength(100);
  for (const one of refused) expect(one).toMatchObject({ reason: { code: 'waitlist_full' } });
  expect((await community.audit(event)).roster).toHaveLength(1_000);
});

it('leaves no seat empty when 45 people click four times at once', async () => {
  const event = await community.event({ max_participants: 40 });
  const members = await community.members(45);

  const results = await Promise.all(
    members
      .flatMap((member) => [member, member, member, member])
      .map((member) => community.signUp(member, event)),
  );

  const now = await community.audit(event);
  expect(now.seats).toMatchObject({ confirmed: 40, waitlist: 5 });
  expect(now.roster).toHaveLength(45);
  expect(results.filter(({ result }) => result === 'already')).toHaveLength(135);
  expect(results.filter(({ result }) => result === 'signed_up')).toHaveLength(45);
});

it('fills each role and the event to the last seat when they fill at the same time', async () => {
  const pilots = { id: 'r-pilots', name: 'Pilots', capacity: 10, description: null, emoji: null };
  const medics = { id: 'r-medics', name: 'Medics', capacity: 4, description: null, emoji: null };
  const event = await community.event({ max_participants: 12, roles: [pilots, medics] });
  const members = await community.members(60);
  const roles = [pilots.id, medics.id, null];

  await Promise.all(members.map((member, index) => community.signUp(member, event, roles[index % 3])));

  const now = await community.audit(event);
  expect(now.seats).toMatchObject({ confirmed: 12, waitlist: 48 });
});

it('hands every seat on, in order, when 40 withdraw at once', { timeout: 120_000 }, async () => {
  const event = await community.event({ max_participants: 40 });
  const members = await community.members(100);
  for (const member of members) await community.signUp(member, event);

  await Promise.all(members.slice(0, 40).map((member) => community.signups.withdraw(member, event.id)));

  const now = await community.audit(event);
  expect(now.seats).toMatchObject({ confirmed: 40, waitlist: 20 });
  const statuses = await Promise.all(members.map((member) => community.statusOf(event, member)));
  expect(statuses.slice(0, 40)).toEqual(Array.from({ length: 40 }, () => 'withdrawn'));
  expect(statuses.slice(40, 80)).toEqual(Array.from({ length: 40 }, () => 'confirmed'));
  expect(statuses.slice(80)).toEqual(Array.from({ length: 20 }, () => 'waitlist'));
});
