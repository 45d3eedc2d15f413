import { createConnection, type Connection } from 'mongoose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventDocument } from '../../src/features/events/event.schema.js';
import { newMirror } from '../../src/features/scheduled-events/discord-events.repository.js';
import type { MirrorDocument } from '../../src/features/scheduled-events/discord-events.schema.js';
import { MIGRATIONS, SCHEMA_VERSION } from '../../src/infra/migrations/catalogue.js';
import { WANTED_INDEXES } from '../../src/infra/migrations/schemas.js';
import type { SchemaState } from '../../src/infra/migrations/schema-record.js';
import { anOldEvent, anOldSignup } from '../factories/old-event.js';
import { INTERNAL_SECRET, JWT_SECRET, startApp, type AppOptions, type TestApp } from '../support/app.js';
import { openDatabases, type TestDatabases } from '../support/databases.js';
import { insertOld } from '../support/old-data.js';
import { type Program, startProgram } from '../support/process.js';

// Programs run from the build: npm run build.

let databases: TestDatabases;
let connection: Connection;
const apps: TestApp[] = [];
const programs: Program[] = [];

beforeEach(async () => {
  databases = await openDatabases();
  connection = await createConnection(databases.mongodbUri, { autoIndex: false }).asPromise();
});
afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.stop()));
  for (const program of programs.splice(0)) {
    program.child.kill('SIGKILL');
    await program.exitCode();
  }
  await connection.close();
  await databases.drop();
});

async function start(options: AppOptions = {}): Promise<TestApp> {
  const app = await startApp({ ...options, databases });
  apps.push(app);
  return app;
}

function run(file: string, env: Record<string, string> = {}): Program {
  const program = startProgram(file, {
    NODE_ENV: 'production',
    PUBLIC_URL: 'https://verselink.example.org',
    DISCORD_CLIENT_ID: '100000000000000001',
    DISCORD_CLIENT_SECRET: 'client-secret',
    RUN: 'api',
    PORT: '0',
    INTERNAL_PORT: '0',
    MONGODB_URI: databases.mongodbUri,
    REDIS_URL: databases.redisUrl,
    JWT_SECRET,
    INTERNAL_API_SECRET: INTERNAL_SECRET,
    ...env,
  });
  programs.push(program);
  return program;
}

const states = () => connection.collection<SchemaState>('schema');

async function keysOf(collection: string): Promise<string[]> {
  const indexes = await connection.collection(collection).indexes();
  return indexes.map(({ key }) => JSON.stringify(key));
}

describe('indexes', () => {
  it('are all built by a process, whatever it runs, and the version is noted', async () => {
    await start({ run: 'api' });
    for (const [collection, indexes] of WANTED_INDEXES) {
      if (indexes.length === 0) continue;
      const keys = await keysOf(collection);
      for (const index of indexes) expect(keys).toContain(JSON.stringify(index.keys));
    }
    expect(await states().findOne()).toMatchObject({ schema_version: SCHEMA_VERSION, lock: null });
  });

  it('are left alone by the next process', async () => {
    await (await start()).stop();
    await connection.collection('events').dropIndex('slug_1');
    await start();
    expect(await keysOf('events')).not.toContain('{"slug":1}');
  });

  it('replace those that were changed, leave those that others made, and go when they serve nothing', async () => {
    const events = connection.collection('events');
    await events.createIndex({ slug: 1 }, {}, {});
    await events.createIndex({ title: 1 }, {}, {});
    const mirrors = connection.collection<MirrorDocument>('discord_events');
    await mirrors.createIndex({ guild_id: 1 }, {}, {});
    for (const id of ['1', '2', '3'])
      await mirrors.insertOne({ ...newMirror(id, '1', 1), _id: id, discord_event_id: 'same' });
    await start();
    const indexes = await events.indexes();
    expect(indexes.find(({ name }) => name === 'slug_1')).toMatchObject({ unique: true });
    expect(indexes.map(({ name }) => name)).toContain('title_1');
    expect(await keysOf('discord_events')).not.toContain('{"guild_id":1}');
    const kept = await mirrors.find().sort({ _id: 1 }).toArray();
    expect(kept.map((mirror) => mirror.discord_event_id)).toEqual(['same', null, null]);
  });

  it('name the collection and the fields when documents stand in their way', async () => {
    const guilds = connection.collection('discord_guilds');
    await guilds.insertMany([{ guild_id: 'same' }, { guild_id: 'same' }]);
    const refused = run('src/main.js');
    expect(await refused.exitCode()).toBe(1);
    expect(refused.output.stderr).toBe(
      'The index on guild_id of the collection discord_guilds cannot be built: it is unique, and several documents ' +
        'have the same guild_id. Make them differ or remove one, then start again.\n',
    );
    await guilds.deleteOne({ guild_id: 'same' });
    await start();
    expect(await keysOf('discord_guilds')).toContain('{"guild_id":1}');
  });
});

/** Many small events, so that a kill comes between two of them. */
async function insertMany(count: number): Promise<void> {
  const ids = Array.from({ length: count }, (_, index) => `event-${String(index).padStart(4, '0')}`);
  await insertOld(
    connection,
    ids.map((_id) => anOldEvent({ _id, max_participants: 2 })),
    ids.flatMap((id) => [
      anOldSignup(id, 1),
      anOldSignup(id, 2, { status: 'waitlist', waitlist_number: 2 }),
      anOldSignup(id, 3, { status: 'waitlist', waitlist_number: 1 }),
    ]),
  );
}

async function expectAllConverted(count: number): Promise<void> {
  const events = await connection.collection<EventDocument>('events').find().toArray();
  expect(events).toHaveLength(count);
  for (const { roster, revision, shown, seats } of events) {
    const statuses = roster.map(({ user_id, status }) => `${user_id} ${status}`);
    expect(statuses).toEqual(['user-00001 confirmed', 'user-00003 confirmed', 'user-00002 waitlist']);
    expect({ revision, shown, confirmed: seats.confirmed }).toEqual({ revision: 8, shown: 8, confirmed: 2 });
  }
  expect(await connection.collection('event_signups_before_roster').countDocuments()).toBe(3 * count);
  expect(await states().findOne()).toMatchObject({
    migrations: MIGRATIONS.map(({ name }) => name),
    lock: null,
  });
}

describe('a migration', () => {
  it('is finished by the next process when one is killed half-way, and gives the same', async () => {
    await insertMany(1_000);
    const converted = () => connection.collection('events').countDocuments({ roster: { $exists: true } });
    const killed = run('src/cli/migrate.js');
    await expect.poll(converted, { timeout: 20_000, interval: 5 }).toBeGreaterThan(0);
    killed.child.kill('SIGKILL');
    await killed.exitCode();
    expect(await converted()).toBeLessThan(1_000);
    // The killed process still has the lock: the next one waits until the lease has run out.
    const waiting = run('src/cli/migrate.js');
    await waiting.exitCode();
    expect(waiting.output).toEqual({ stdout: 'The database is up to date.\n', stderr: '' });
    await expectAllConverted(1_000);
  }, 60_000);

  it('is run once when several processes start together', async () => {
    await insertMany(100);
    const mirrors = connection.collection('discord_events');
    await mirrors.insertOne({ claim: { token: 'of an old process', until: new Date() } });
    await Promise.all([start(), start({ run: 'worker' }), start()]);
    await expectAllConverted(100);
    expect(await mirrors.findOne({ claim: { $exists: true } })).toBeNull();
  });

  it('waits for the process that has the lock', async () => {
    const lock = { holder: 'another', until: new Date(Date.now() + 3_600_000) };
    const state = { _id: 'schema', schema_version: 0, migrations: [], indexes: null, lock };
    await states().insertOne(state);
    const program = run('src/main.js');
    await program.printed('Waiting for another process');
    expect(await states().findOne()).toEqual(state);
    await states().updateOne({}, { $set: { 'lock.until': new Date(0) } });
    await program.printed('public port');
    expect(await states().findOne()).toMatchObject({ schema_version: SCHEMA_VERSION, lock: null });
  });

  it('is left to `npm run migrate` where MIGRATE_AT_BOOT is off', async () => {
    const off = { MIGRATE_AT_BOOT: 'false' };
    await expect(start({ env: off })).rejects.toThrow('Run `npm run migrate`');
    expect(await states().findOne()).toBeNull();
    expect(await run('src/cli/migrate.js').exitCode()).toBe(0);
    await start({ env: off });
  });
});

describe('a database of a newer version', () => {
  const newer = `The database has schema version ${SCHEMA_VERSION + 1}, and this VerseLink understands versions up to ${SCHEMA_VERSION}.`;

  it('is refused by processes that start', async () => {
    await (await start()).stop();
    await states().updateOne({}, { $inc: { schema_version: 1 } });
    for (const file of ['src/main.js', 'src/cli/migrate.js']) {
      const refused = run(file);
      expect(await refused.exitCode()).toBe(1);
      expect(refused.output.stderr).toContain(newer);
      expect(refused.output.stderr).not.toContain('    at ');
    }
  });

  it('stops one that runs', async () => {
    const program = run('src/main.js');
    await program.printed('public port');
    await states().updateOne({}, { $inc: { schema_version: 1 } });
    expect(await program.exitCode()).toBe(1);
    expect(program.output.stdout).toContain(newer);
  });
});
