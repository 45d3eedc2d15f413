import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../src/common/actor.js';
import { DomainError } from '../../src/common/errors.js';
import type { EventRole } from '../../src/features/events/rules/event.js';
import { editedFields } from '../../src/features/events/rules/edit.js';
import { Community } from '../support/community.js';
import { SeatHistory } from '../support/seat-history.js';
import { SeededChance } from '../support/seeded-chance.js';

/** More of them: SEEDS=100 npx vitest run test/medium/signups-chaos.test.ts. One that failed again: SEED=17. */
const first = Number(process.env['SEED'] ?? 1);
const seeds = Array.from(
  { length: Number(process.env['SEEDS'] ?? (process.env['SEED'] ? 1 : 12)) },
  (_, i) => first + i,
);
const PEOPLE = 24;
const WAVES = 5;

let community: Community;
let history: SeatHistory;
let members: Actor[];
/** The chance of the run under way: also decides how long each step takes. */
let chance = new SeededChance(0);

beforeAll(async () => {
  community = await Community.open();
  members = await community.members(PEOPLE);
  dawdle(community.seats, ['find', 'arrive', 'leave', 'changeSeat', 'requeue', 'promote', 'forget']);
  dawdle(community.locks, ['claim', 'lock', 'lockWaiting', 'release']);
  dawdle(community.events, ['edit']);
  dawdle(community.signups, ['firstWaiting', 'copy', 'copyOne', 'findOwn']);
  history = new SeatHistory(community);
});
afterAll(() => community.close());

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
    const max_participants = chance.pick([null, 4, 6, 8]);
    const event = await community.event({ roles, max_participants });

    for (let wave = 0; wave < WAVES; wave++) {
      const operations = members.map((member) => anyOperation(event.id, member));
      if (chance.next() < 0.6) operations.push(anyEdit(event.id));
      if (chance.next() < 0.6) operations.push(anyEdit(event.id));
      await Promise.all(operations.map((operation) => operation().catch(unlessRefused)));
      await community.audit(event);
    }
    history.replay(event, await community.audit(event));
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
  return chance.pick<Operation>([
    () => community.signUp(member, event, roleId),
    () => community.signUp(member, event, roleId),
    () => Promise.all([community.signUp(member, event, roleId), community.signUp(member, event, roleId)]),
    () => community.withdraw.execute(member, eventId),
    () => community.update.execute(member, eventId, { role_id: roleId }),
    async () => {
      await community.signUp(member, event, roleId);
      await community.withdraw.execute(member, eventId);
    },
  ]);
}

/** As an organizer's edit and the door after it, with limits that may be too low. */
function anyEdit(eventId: string): Operation {
  const capacity = chance.whole(1, 5);
  const max_participants = chance.pick([null, 3, 6, 9]);
  const changesRoles = chance.next() < 0.5;
  return async () => {
    const event = await community.read({ id: eventId });
    const roles = event.roles.map((one) => (one.id === 'role-a' ? { ...one, capacity } : one));
    const changes = changesRoles ? { roles } : { max_participants };
    await community.events.edit(
      event,
      editedFields(event, changes, new Date(), () => 'never'),
    );
    await community.promote.execute(eventId);
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
  expect((error as DomainError).kind, String(error)).toBe('conflict');
}
