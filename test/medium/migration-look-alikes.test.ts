import { createConnection, type Connection } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lookAlikes } from '../../src/infra/migrations/look-alikes.migration.js';
import { databaseOf } from '../../src/infra/migrations/migrations.js';
import { nextDiscordId, startApp, type TestApp } from '../support/app.js';
import type { ProblemBody } from '../support/client.js';
import { openDatabases, type TestDatabases } from '../support/databases.js';

interface Old {
  readonly _id: string;
  readonly handle?: string;
  readonly name?: string;
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

const created = { created_at: new Date(), updated_at: new Date() };
const user = (handle: string) => ({
  _id: uuidv7(),
  discord_id: nextDiscordId(),
  handle,
  locale: 'fr',
  timezone: 'Europe/Paris',
  dm_opt_in: false,
  site_admin: false,
  ...created,
});
const organization = (name: string, tag: string) => ({
  _id: uuidv7(),
  name,
  tag,
  visibility: 'public',
  owner_id: uuidv7(),
  ...created,
});

async function valuesOf(collection: string, field: 'handle' | 'name'): Promise<(string | undefined)[]> {
  const documents = await connection.collection<Old>(collection).find().sort({ _id: 1 }).toArray();
  return documents.map((document) => document[field]);
}

it('keeps old names apart, the oldest as it was, and from then on nothing new passes for them', async () => {
  const users = [user('Nova'), user('nоva'), user('Other')];
  const organizations = [
    organization('Aegis', 'AEG'),
    organization('АEGIS', 'AEGX'),
    organization('Crew', 'CRW'),
  ];
  await connection.collection<Old>('users').insertMany(users);
  await connection.collection<Old>('organizations').insertMany(organizations);

  app = await startApp({ databases });
  const longer = `nоva-${users[1]?.discord_id.slice(-4)}`;
  expect(await valuesOf('users', 'handle')).toEqual(['Nova', longer, 'Other']);
  expect(await valuesOf('organizations', 'name')).toEqual(['Aegis', 'АEGIS (AEGX)', 'Crew']);

  const late = await app.user({ handle: 'late' });
  const refused = await late.patch<ProblemBody>('/users/me', { handle: 'OTHER' });
  expect(refused.body).toMatchObject({ status: 409, code: 'handle_taken' });
  const twin = await late.post<ProblemBody>('/organizations', { name: 'СREW', tag: 'CREW' });
  expect(twin.body).toMatchObject({ status: 409, code: 'name_taken' });
});

it('comes to the same end when it was killed half-way', async () => {
  await connection.collection<Old>('users').insertMany([user('Nova'), user('NOVA'), user('nova')]);
  const db = databaseOf(connection);
  let looks = 0;
  const lost = Object.assign(new AbortController().signal, {
    throwIfAborted: () => {
      if ((looks += 1) === 2) throw new Error('killed');
    },
  });
  await expect(lookAlikes.up(db, lost)).rejects.toThrow('killed');
  await lookAlikes.up(db, new AbortController().signal);
  const once = await valuesOf('users', 'handle');
  await lookAlikes.up(db, new AbortController().signal);
  expect(await valuesOf('users', 'handle')).toEqual(once);
  expect(new Set(once.map((handle) => handle?.toUpperCase())).size).toBe(3);
});
