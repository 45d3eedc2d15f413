import { createConnection, mongo, type Connection } from 'mongoose';
import { randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EVENT_MODEL, eventSchema, type EventDocument } from '../../src/features/events/event.schema.js';
import { RosterRepository } from '../../src/features/events/roster.repository.js';
import { apply } from '../../src/features/events/rules/apply.js';
import type { Command } from '../../src/features/events/rules/commands.js';
import type { EventRole } from '../../src/features/events/rules/event.js';
import type { EventRecord, EventWithRoster } from '../../src/features/events/rules/event-record.js';
import { EVENT_LIMITS as LIMITS } from '../../src/features/events/rules/limits.js';
import { ROSTER_LIMIT, type RosterEntry } from '../../src/features/events/rules/roster.js';
import { aCheckIn, aChange, aPlacement, aSignUp, aWithdrawal } from '../factories/commands.js';
import { anEventWithRoster } from '../factories/event.js';
import { anEntry } from '../factories/roster.js';
import { openDatabases, type TestDatabases } from '../support/databases.js';

// What a write costs the network, the journal and the oplog: the bytes that the driver really sends.

const SEATS = 40;
const START = new Date('2030-01-01T20:00:00Z');
const HOUR_BEFORE = new Date('2030-01-01T19:00:00Z');

interface Update {
  readonly q: object;
  readonly u: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

let databases: TestDatabases;
let connection: Connection;
let rosters: RosterRepository;
let updates: Update[] = [];

beforeAll(async () => {
  databases = await openDatabases();
  connection = await createConnection(databases.mongodbUri, { monitorCommands: true }).asPromise();
  connection.getClient().on('commandStarted', ({ commandName, command }) => {
    if (commandName === 'update') updates.push(...(command['updates'] as Update[]));
  });
  rosters = new RosterRepository(connection.model<EventDocument>(EVENT_MODEL, eventSchema));
});
beforeEach(() => {
  updates = [];
});
afterAll(async () => {
  await connection.close();
  await databases.drop();
});

const role = (name: string, fields: Partial<EventRole> = {}): EventRole => ({
  id: uuidv7(),
  name,
  capacity: 100,
  description: null,
  emoji: null,
  ...fields,
});
const remembered = () => [
  { id: uuidv7(), result: 'signed_up' as const },
  { id: uuidv7(), result: 'moved' as const },
];

/** Entries with ids as they are in life, the first of them seated. */
function entries(count: number, fields: Partial<RosterEntry> = {}): RosterEntry[] {
  return Array.from({ length: count }, (_, n) =>
    anEntry({
      id: uuidv7(),
      user_id: uuidv7(),
      status: n < SEATS ? 'confirmed' : 'waitlist',
      order: n + 1,
      commands: remembered(),
      ...fields,
    }),
  );
}

/** An event in the database, with this roster. */
async function stored(
  roster: readonly RosterEntry[],
  fields: Partial<EventRecord> = {},
): Promise<EventWithRoster> {
  const { id, ...event } = anEventWithRoster(roster, {
    id: uuidv7(),
    slug: uuidv7(),
    start_at_utc: START,
    due_at: START,
    max_participants: SEATS,
    stamp: randomUUID(),
    revision: 1_000_000,
    ...fields,
  });
  await connection.collection<EventDocument>('events').insertOne({ _id: id, ...event });
  const found = await rosters.find(id);
  if (found === null) throw new Error('the event was not stored');
  return found;
}

/** Writes what a command makes of an event. @returns the bytes of the update, its condition included */
async function bytesOf(before: EventWithRoster, ...commands: Command[]): Promise<number> {
  const { event } = apply(before, commands, HOUR_BEFORE);
  const after = { ...event, stamp: randomUUID() };
  expect(await rosters.write(before, after)).toBe(true);
  expect(await rosters.find(before.id)).toEqual({ ...after, effects_due: true });
  const [update] = updates;
  if (update === undefined) throw new Error('nothing was written');
  expect(Object.keys(update.u), 'one $set and nothing else').toEqual(['$set']);
  expect(Object.keys(update.u['$set'] ?? {}), 'never the roster as a whole').not.toContain('roster');
  return mongo.BSON.calculateObjectSize(update);
}

const join = (roleId: string | null): Command =>
  aSignUp(uuidv7(), { id: uuidv7(), entry_id: uuidv7(), role_id: roleId });

describe.each([500, ROSTER_LIMIT])('at %i entries', (size) => {
  it('a join stays under 1 kB', async () => {
    const roles = [role('Pilots'), role('Medics')];
    const [pilots] = roles;
    const event = await stored(entries(size - 1, { role_id: pilots?.id ?? null }), { roles });
    expect(await bytesOf(event, join(pilots?.id ?? null))).toBeLessThan(1_000);
  });

  it('every other answer stays under 1 kB, with the promotion that follows from it', async () => {
    const roster = entries(size);
    const event = await stored(roster);
    const [first, second] = roster;
    const last = roster.at(-1);
    for (const command of [
      { ...aWithdrawal(first?.user_id ?? ''), id: uuidv7() },
      { ...aChange(last?.user_id ?? '', { ship_model: 'Cutlass Black' }), id: uuidv7() },
      { ...aCheckIn(second?.user_id ?? ''), id: uuidv7() },
      { ...aPlacement(first?.user_id ?? '', { status: 'waitlist' }), id: uuidv7() },
    ]) {
      updates = [];
      const now = await rosters.find(event.id);
      if (now === null) throw new Error('no event');
      expect(await bytesOf(now, command), command.type).toBeLessThan(1_000);
    }
  });
});

it('a full batch costs what its commands cost, whatever the roster holds', async () => {
  const event = await stored(entries(ROSTER_LIMIT - 200));
  expect(await bytesOf(event, ...Array.from({ length: 200 }, () => join(null)))).toBeLessThan(200 * 1_000);
});

it('the fullest legal event stays under 4 MB', async () => {
  // The longest character there is: four bytes.
  const text = (length: number): string => '🚀'.repeat(length);
  const roles = Array.from({ length: LIMITS.roles.max }, () =>
    role(text(LIMITS.role_name.max), {
      description: text(LIMITS.role_description.max),
      emoji: text(LIMITS.role_emoji.max),
    }),
  );
  const ship = {
    ship_model: text(LIMITS.ship_model.max),
    required_crew: LIMITS.required_crew.max,
    notes: text(LIMITS.ship_notes.max),
  };
  const roster = entries(ROSTER_LIMIT, {
    role_id: roles[0]?.id ?? null,
    notes: text(500),
    ship_model: text(LIMITS.ship_model.max),
    checked_in_at: START,
  });
  const changes = Array.from({ length: 20 }, (_, n) => ({
    id: `clock:${START.toISOString()}:start`,
    kind: 'completed' as const,
    rev: n,
    at: START,
  }));
  const event = await stored(roster, {
    title: text(LIMITS.title.max),
    description: text(LIMITS.description.max),
    location: text(LIMITS.location.max),
    banner_url: 'x'.repeat(LIMITS.banner_url.max),
    signup_role_ids: Array.from({ length: LIMITS.signup_roles.max }, () => '9'.repeat(20)),
    fleet_ships: Array.from({ length: LIMITS.fleet_ships.max }, (_, n) => ({
      ...ship,
      id: `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`,
    })),
    roles,
    changes,
  });
  const document = await connection.collection<EventDocument>('events').findOne({ _id: event.id });
  expect(mongo.BSON.calculateObjectSize(document ?? {})).toBeLessThan(4_000_000);
});
