import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../src/common/actor.js';
import { DomainError } from '../../src/common/errors.js';
import type { EventRole } from '../../src/features/events/rules/event.js';
import { STAFF_STATUSES } from '../../src/features/events/rules/commands.js';
import { Community } from '../support/community.js';
import { SeededChance } from '../support/seeded-chance.js';

/**
 * Two writers of the same events, each with a memory of its own as in two processes, and steps that take their time, so that
 * they meet in every order.
 * More of them: SEEDS=100 npx vitest run test/medium/signups-chaos.test.ts. One that failed again: SEED=17.
 */
const first = Number(process.env['SEED'] ?? 1);
const seeds = Array.from(
  { length: Number(process.env['SEEDS'] ?? (process.env['SEED'] ? 1 : 12)) },
  (_, i) => first + i,
);
const PEOPLE = 24;
const WAVES = 5;
const ORGANIZER: Actor = { user_id: 'organizer', site_admin: true };

let communities: [Community, Community];
let members: Actor[];
/** The chance of the run under way: also decides how long each step takes. */
let chance = new SeededChance(0);

beforeAll(async () => {
  const one = await Community.open();
  communities = [one, await Community.open(one)];
  members = await one.members(PEOPLE);
  for (const { rosters } of communities) dawdle(rosters, ['find', 'findChanged', 'write', 'isCurrent']);
});
afterAll(async () => {
  await communities[1].close();
  await communities[0].close();
});

it.each(seeds)(
  'keeps every rule while everything happens at once (seed %i)',
  { timeout: 120_000 },
  async (seed) => {
    chance = new SeededChance(seed);
    const roles = [
      role('role-a', chance.whole(1, 4)),
      role('role-b', chance.whole(1, 4)),
      role('role-c', 2),
      role('role-d', 2),
    ];
    const maxParticipants = chance.pick([null, 4, 6, 8]);
    const event = await communities[0].event({ roles, max_participants: maxParticipants });

    for (let wave = 0; wave < WAVES; wave++) {
      const operations = members.map((member) => anyOperation(event.id, member));
      if (chance.next() < 0.6) operations.push(anyEdit(event.id));
      if (chance.next() < 0.6) operations.push(anyEdit(event.id));
      await Promise.all(operations.map((operation) => operation().catch(unlessRefused)));
      await communities[0].audit(event);
    }
  },
);

type Operation = () => Promise<unknown>;

function anyOperation(eventId: string, member: Actor): Operation {
  const roleId = chance.pick([
    'role-a',
    'role-b',
    'role-c',
    null,
    ...(chance.next() < 0.1 ? ['role-d'] : []),
  ]);
  const event = { id: eventId };
  const community = chance.pick(communities);
  const { signups, staff } = community;
  return chance.pick<Operation>([
    () => community.signUp(member, event, roleId),
    () => community.signUp(member, event, roleId),
    () => Promise.all(communities.map((each) => each.signUp(member, event, roleId))),
    () => signups.withdraw(member, eventId),
    () => signups.change(member, eventId, { role_id: roleId }),
    () => staff.place(ORGANIZER, eventId, member.user_id, { status: chance.pick(STAFF_STATUSES) }),
    async () => {
      await community.signUp(member, event, roleId);
      const { entry } = await signups.withdraw(member, eventId);
      expect(entry.status, 'what is answered is what was written').toBe('withdrawn');
    },
  ]);
}

/** An organizer's edit, with limits that may be too low. */
function anyEdit(eventId: string): Operation {
  const capacity = chance.whole(1, 5);
  const maxParticipants = chance.pick([null, 3, 6, 9]);
  const changesRoles = chance.next() < 0.5;
  const community = chance.pick(communities);
  return async () => {
    const event = await community.read({ id: eventId });
    const roles = event.roles.map((one) => (one.id === 'role-a' ? { ...one, capacity } : one));
    const edited = await community.service.edit(
      ORGANIZER,
      eventId,
      changesRoles ? { roles } : { max_participants: maxParticipants },
    );
    expect(edited.revision).toBeGreaterThan(0);
  };
}

function role(id: string, capacity: number): EventRole {
  return { id, name: id, capacity, description: null, emoji: null };
}

/** Every step may take its time, so that steps of different people meet in every order. */
function dawdle(target: object, methods: readonly string[]): void {
  for (const method of methods) {
    const original: unknown = Reflect.get(target, method);
    if (typeof original !== 'function') throw new Error(`No method ${method}`);
    Reflect.set(target, method, async (...input: unknown[]): Promise<unknown> => {
      if (chance.next() < 0.4) await sleep(chance.whole(0, 12));
      const result: unknown = await Reflect.apply(original, target, input);
      if (chance.next() < 0.2) await sleep(chance.whole(0, 12));
      return result;
    });
  }
}

function unlessRefused(error: unknown): void {
  expect(error).toBeInstanceOf(DomainError);
  expect(['conflict', 'not_found'], String(error)).toContain((error as DomainError).kind);
}
