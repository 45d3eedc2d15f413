import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/common/actor.js';
import type { EventRecord } from '../../src/features/events/rules/event-record.js';
import { Community } from '../support/community.js';
import { MortalProcess, type Death } from '../support/mortal-process.js';

let community: Community;
let process_: MortalProcess;
let people: Actor[];

beforeAll(async () => {
  community = await Community.open();
  people = await community.members(6);
  const { events, seats, locks, signups } = community;
  process_ = new MortalProcess([events, seats, locks, signups]);
});
afterAll(() => community.close());

const pilots = { id: 'r-pilots', name: 'Pilots', capacity: 2, description: null, emoji: null };
const medics = { id: 'r-medics', name: 'Medics', capacity: 1, description: null, emoji: null };

/** An event with three seats; 0 and 1 fly, 2 is the medic, 3 waits to fly, 4 waits for anything. */
async function scene(): Promise<EventRecord> {
  const start_at_utc = new Date(Date.now() + 600_000);
  const event = await community.event({ max_participants: 3, roles: [pilots, medics], start_at_utc });
  const roles = [pilots.id, pilots.id, medics.id, pilots.id, null];
  for (const [index, role] of roles.entries()) await community.signUp(person(index), event, role);
  return event;
}

function person(index: number): Actor {
  const found = people[index];
  if (found === undefined) throw new Error('nobody');
  return found;
}

/** Everything that somebody could see: who stands where, in which order, and the counters. */
async function picture(event: EventRecord): Promise<object> {
  const { seats, max_participants } = await community.audit(event);
  const documents = await community.documents(event);
  const rows = people.map(({ user_id }) => {
    const own = documents.find((document) => document.user_id === user_id);
    return own && { status: own.status, role_id: own.role_id, number: own.waitlist_number };
  });
  return { rows, seats, max_participants };
}

interface Operation {
  readonly name: string;
  readonly prepare?: (event: EventRecord) => Promise<unknown>;
  readonly run: (event: EventRecord) => Promise<unknown>;
  /** The call that writes down the intent: a crash before it changes nothing, one after it is made good. */
  readonly intent: 'claim' | 'lock' | 'edit';
}

const operations: Operation[] = [
  {
    name: 'signing up, with a seat free',
    prepare: async (event) => {
      for (const index of [3, 4, 2]) await community.withdraw.execute(person(index), event.id);
    },
    run: (event) => community.signUp(person(5), event, medics.id),
    intent: 'claim',
  },
  { name: 'signing up, to wait', run: (event) => community.signUp(person(5), event), intent: 'claim' },
  {
    name: 'signing up again',
    prepare: (event) => community.withdraw.execute(person(4), event.id),
    run: (event) => community.signUp(person(4), event, medics.id),
    intent: 'claim',
  },
  {
    name: 'giving up a seat that two wait for',
    run: (event) => community.withdraw.execute(person(0), event.id),
    intent: 'lock',
  },
  {
    name: 'leaving the waitlist',
    run: (event) => community.withdraw.execute(person(3), event.id),
    intent: 'lock',
  },
  {
    name: 'changing role with a seat, into a free one',
    prepare: async (event) => {
      // The medic's seat goes to the one who waits for anything, since no pilot's seat is free.
      await community.withdraw.execute(person(2), event.id);
    },
    run: (event) => community.update.execute(person(0), event.id, { role_id: medics.id }),
    intent: 'lock',
  },
  {
    name: 'changing role on the waitlist',
    run: (event) => community.update.execute(person(3), event.id, { role_id: medics.id }),
    intent: 'lock',
  },
  { name: 'checking in', run: (event) => community.checkIn.execute(person(1), event.id), intent: 'lock' },
  {
    name: 'raising the limits',
    run: async (event) => {
      const now = await community.read(event);
      const roles = now.roles.map((role) => ({ ...role, capacity: 5 }));
      await community.events.edit(now, { max_participants: 5, roles });
      await community.promote.execute(event.id);
    },
    intent: 'edit',
  },
];

async function recover(): Promise<void> {
  await community.age();
  await community.recover.execute();
}

describe.each(operations)('a crash while $name', ({ prepare, run, intent }) => {
  async function prepared(): Promise<EventRecord> {
    const event = await scene();
    await prepare?.(event);
    return event;
  }

  it('is made good by recovery, once, wherever it happens', { timeout: 120_000 }, async () => {
    const whole = await prepared();
    const before = await picture(whole);
    const calls = await process_.live(() => run(whole));
    const after = await picture(whole);
    expect(after).not.toEqual(before);
    const intended = calls.indexOf(intent);
    expect(intended, 'the operation writes down its intent').toBeGreaterThanOrEqual(0);

    for (const death of deaths(calls.length)) {
      const event = await prepared();
      await process_.die(death, () => run(event));
      await recover();
      const nothing = death.call < intended || (death.call === intended && death.when === 'before');
      expect(await picture(event), `${death.when} ${calls[death.call] ?? ''}`).toEqual(
        nothing ? before : after,
      );
      await community.recover.execute();
      expect(await picture(event), 'a second recovery changes nothing').toEqual(nothing ? before : after);
    }
  });
});

it('makes good a crash of the recovery itself', { timeout: 120_000 }, async () => {
  const run = (event: EventRecord): Promise<unknown> => community.withdraw.execute(person(0), event.id);
  const whole = await scene();
  const calls = await process_.live(() => run(whole));
  const after = await picture(whole);
  const decided = calls.indexOf('leave');

  for (const first of [
    { call: decided, when: 'before' },
    { call: decided, when: 'after' },
    { call: calls.indexOf('promote'), when: 'before' },
    { call: calls.indexOf('promote'), when: 'after' },
  ] as const) {
    const model = await scene();
    await process_.die(first, () => run(model));
    await community.age();
    const steps = await process_.live(() => community.recover.execute());
    for (const second of deaths(steps.length)) {
      const event = await scene();
      await process_.die(first, () => run(event));
      await community.age();
      await process_.die(second, () => community.recover.execute());
      await recover();
      expect(await picture(event), `${second.when} ${steps[second.call] ?? ''}`).toEqual(after);
    }
  }
});

function deaths(calls: number): Death[] {
  return Array.from({ length: calls }, (_, call) => call).flatMap((call) => [
    { call, when: 'before' as const },
    { call, when: 'after' as const },
  ]);
}
