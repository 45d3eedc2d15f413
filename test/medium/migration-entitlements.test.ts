import { createConnection, type Connection } from 'mongoose';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { EntitlementsService } from '../../src/features/plans/entitlements.service.js';
import { nextDiscordId, startApp, type TestApp } from '../support/app.js';
import { openDatabases, type TestDatabases } from '../support/databases.js';

interface Keyed {
  readonly _id: string;
  readonly [field: string]: unknown;
}

let databases: TestDatabases;
let connection: Connection;
let app: TestApp | undefined;

beforeEach(async () => {
  databases = await openDatabases();
  connection = await createConnection(databases.mongodbUri, { autoIndex: false }).asPromise();
});
afterEach(async () => {
  await app?.stop();
  await connection.close();
  await databases.drop();
});

const [guild, role, paying, given, former] = Array.from({ length: 5 }, nextDiscordId) as [
  string,
  string,
  string,
  string,
  string,
];
const at = new Date('2026-01-07T12:00:00.000Z');

/** Subscriptions and changes as they were kept before entitlements. */
async function insertOld(): Promise<void> {
  const subscription = {
    plan: 'max',
    price: { id: 'p', amount: 900 },
    told_at: at,
    event_ids: ['e'],
    unrecorded: null,
  };
  const change = {
    metadata: {},
    source_id: null,
    steps: { roles: 'done', notice: 'done' },
    unfinished: false,
    created_at: at,
  };
  await connection
    .collection('discord_guilds')
    .insertOne({ guild_id: guild, created_at: at, removed_at: null });
  await connection.collection('discord_role_mappings').insertOne({
    guild_id: guild,
    discord_role_id: role,
    verselink_role_type: 'plan',
    verselink_entity_id: 'max',
    auto_assign: true,
    auto_remove: true,
    created_at: at,
  });
  await connection.collection<Keyed>('subscriptions').insertMany([
    { _id: 'sub_paying', discord_id: paying, status: 'active', ...subscription },
    { _id: 'sub_former', discord_id: former, status: 'canceled', ...subscription },
  ]);
  await connection.collection<Keyed>('plan_changes').insertMany([
    {
      _id: '1',
      discord_id: paying,
      action: 'subscription_created',
      plan: 'max',
      source: 'stripe',
      ...change,
    },
    {
      _id: '2',
      discord_id: given,
      action: 'subscription_created',
      plan: 'basic',
      source: 'admin',
      ...change,
    },
    { _id: '3', discord_id: given, action: 'plan_upgraded', plan: 'max', source: 'admin', ...change },
    {
      _id: '4',
      discord_id: former,
      action: 'subscription_created',
      plan: 'max',
      source: 'stripe',
      ...change,
    },
    {
      _id: '5',
      discord_id: former,
      action: 'subscription_cancelled',
      plan: null,
      source: 'stripe',
      ...change,
    },
  ]);
}

it('keeps what members have, tells nobody anything, and knows the roles as ours; run again, it is the same', async () => {
  await insertOld();
  for (let time = 0; time < 2; time++) {
    app = await startApp({ databases, env: { MAIN_GUILD_ID: guild } });
    const entitlements = app.verselink.app.get(EntitlementsService, { strict: false });
    for (const [member, plan] of [
      [paying, 'max'],
      [given, 'max'],
      [former, null],
    ] as const) {
      await entitlements.follow(member);
      expect((await entitlements.describe(member))?.plan ?? null).toBe(plan);
    }
    expect(await connection.collection('plan_changes').countDocuments()).toBe(5);
    expect(await connection.collection('plan_changes').countDocuments({ unfinished: true })).toBe(0);
    const grants = await connection
      .collection<Keyed>('discord_role_grants')
      .find()
      .sort({ discord_id: 1 })
      .toArray();
    expect(grants.map(({ discord_id: member, grants: known }) => ({ discord_id: member, known }))).toEqual(
      [paying, given].sort().map((member) => ({
        discord_id: member,
        known: [{ role_id: role, reasons: ['plan'], ours: true }],
      })),
    );
    await app.stop();
    // As a process leaves it that was killed before it noted that the step is done.
    await connection.collection('schema').updateOne({}, { $pull: { migrations: 'entitlements' } } as object);
  }
});
