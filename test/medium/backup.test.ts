import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { Redis } from 'ioredis';
import { createConnection } from 'mongoose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabases } from '../support/databases.js';
import { FaultStage } from '../support/fault-stage.js';
import { startProgram } from '../support/process.js';

// The built commands, as an operator runs them. Wants `npm run build`.

let stage: FaultStage;
let folder: string;
let file: string;
beforeAll(async () => {
  stage = await FaultStage.open(['api', 'worker']);
  folder = await mkdtemp(path.join(tmpdir(), 'vl-backup-'));
  file = path.join(folder, 'verselink.backup');
}, 60_000);
afterAll(async () => {
  await stage.close();
  await rm(folder, { recursive: true });
});

async function run(command: string, args: string[], mongodbUri = stage.databases.mongodbUri) {
  const env = { ...stage.discord.env, MONGODB_URI: mongodbUri, REDIS_URL: stage.databases.redisUrl };
  const program = startProgram(`src/cli/${command}.js`, env, args);
  const code = await program.exitCode();
  return { code, ...program.output };
}

it('brings everything back, and the servers in step with it', async () => {
  await stage.create(5);
  await stage.expectAllWell();
  const goBack = stage.remember();
  expect(await run('backup', ['--to', file])).toMatchObject({
    code: 0,
    stderr: expect.stringMatching(/^\d+ documents are backed up/) as string,
  });
  expect((await stat(file)).mode & 0o777).toBe(0o600);

  // Edited, made and cancelled since.
  await stage.play(25);
  await stage.expectAllWell();
  const killed = await stage.fleet.kill();

  expect(await run('restore', ['--from', file])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('--drop') as string,
  });
  const restored = await run('restore', ['--from', file, '--drop']);
  expect(restored.code, restored.stderr).toBe(0);
  goBack();
  const redis = new Redis(stage.databases.redisUrl);
  await redis.flushdb();
  redis.disconnect();
  const resynced = await run('resync', []);
  expect(resynced.code, resynced.stderr).toBe(0);
  expect(resynced.stdout).toContain('Nothing here knows the scheduled event');
  for (const kind of killed) await stage.fleet.start(kind);
  await stage.expectAllWell();
}, 180_000);

it('keeps types and ids, and has the indexes built anew', async () => {
  const other = await openDatabases();
  expect(await run('restore', ['--from', file], other.mongodbUri)).toMatchObject({ code: 0 });
  const connection = await createConnection(other.mongodbUri).asPromise();
  const event = await connection.collection<{ _id: string }>('events').findOne({});
  expect(event).toMatchObject({
    start_at_utc: expect.any(Date) as Date,
    revision: expect.any(Number) as number,
  });
  expect(await connection.collection('events').indexes()).toHaveLength(1);
  expect(await run('migrate', [], other.mongodbUri)).toMatchObject({ code: 0 });
  expect((await connection.collection('events').indexes()).length).toBeGreaterThan(1);
  await connection.close();
  await other.drop();
}, 60_000);

it('refuses a file that was cut off, is something else, or of a newer version, and leaves the database alone', async () => {
  const whole = await readFile(file);
  const cut = path.join(folder, 'cut.backup');
  const head = (version: number) => `{"verselink_backup":1,"schema_version":${String(version)}}\n`;
  for (const [content, reason] of [
    [whole.subarray(0, whole.length / 2), 'cannot be read'],
    [gzipSync(head(1)), 'not whole'],
    [gzipSync('{"something":"else"}\n'), 'no backup'],
    [gzipSync(`${head(999)}{"documents":0}\n`), 'Start a newer VerseLink'],
  ] as const) {
    await writeFile(cut, content);
    const refused = await run('restore', ['--from', cut, '--drop']);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining(reason) as string });
  }
  await stage.expectAllWell();
}, 60_000);
