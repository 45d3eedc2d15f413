import { afterAll, beforeAll, expect, it } from 'vitest';
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
    expect(now.seats).toMatchObject({ confirmed: 40, waitlist: 460, next_number: 461 });
    expect(results.filter(({ outcome }) => outcome === 'confirmed')).toHaveLength(40);
    expect(results.filter(({ outcome }) => outcome === 'waitlist')).toHaveLength(460);

    const documents = await community.documents(event);
    const waiting = documents.filter(({ status }) => status === 'waitlist');
    const numbers = waiting.map(({ waitlist_number }) => waitlist_number ?? 0).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 460 }, (_, index) => index + 1));

    // Nobody has left, so the position that each was told is the number drawn.
    const told = new Map(results.map(({ signup }) => [signup.user_id, signup.position_in_waitlist]));
    for (const { user_id, waitlist_number } of documents) expect(told.get(user_id)).toBe(waitlist_number);
    expect(now.revision, 'no more than one atomic update each').toBeLessThanOrEqual(event.revision + 500);
  },
);

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
  expect(await community.documents(event)).toHaveLength(45);
  const counted = (wanted: string) => results.filter(({ outcome }) => outcome === wanted).length;
  expect([counted('already'), counted('confirmed'), counted('waitlist')]).toEqual([135, 40, 5]);
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

  await Promise.all(members.slice(0, 40).map((member) => community.withdraw.execute(member, event.id)));

  const now = await community.audit(event);
  expect(now.seats).toMatchObject({ confirmed: 40, waitlist: 20 });
  const statuses = await Promise.all(members.map((member) => community.statusOf(event, member)));
  expect(statuses.slice(0, 40)).toEqual(Array.from({ length: 40 }, () => 'withdrawn'));
  expect(statuses.slice(40, 80)).toEqual(Array.from({ length: 40 }, () => 'confirmed'));
  expect(statuses.slice(80)).toEqual(Array.from({ length: 20 }, () => 'waitlist'));
});
