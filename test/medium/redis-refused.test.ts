import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INTERNAL_SECRET, JWT_SECRET } from '../support/app.js';
import { openDatabases, type TestDatabases } from '../support/databases.js';
import { startProgram } from '../support/process.js';
import { type RedisServers, redisServers } from '../support/redis-servers.js';

const PASSWORD = 'not-the-right-password';
const REFUSED = 'Redis refuses the user name or password in REDIS_URL.\n';

let databases: TestDatabases;
let servers: RedisServers;
let port: number;
beforeAll(async () => {
  databases = await openDatabases();
  servers = await redisServers();
  port = await servers.start('requirepass the-right-password');
});
afterAll(async () => {
  await servers.close();
  await databases.drop();
});

/** Starts a process that cannot use what it is given. @returns what it says before it ends with 1 */
async function refusal(env: Record<string, string>, file = 'src/main.js'): Promise<string> {
  const program = startProgram(file, {
    NODE_ENV: 'production',
    PUBLIC_URL: 'https://verselink.example.org',
    PORT: '0',
    INTERNAL_PORT: '0',
    MONGODB_URI: databases.mongodbUri,
    JWT_SECRET,
    INTERNAL_API_SECRET: INTERNAL_SECRET,
    DISCORD_BOT_TOKEN: 'token',
    DISCORD_CLIENT_ID: '100000000000000001',
    DISCORD_CLIENT_SECRET: 'client-secret',
    DISCORD_API_URL: 'http://127.0.0.1:1/api',
    ...env,
  });
  expect(await program.exitCode()).toBe(1);
  const { stdout, stderr } = program.output;
  expect(stdout + stderr).not.toContain(PASSWORD);
  return stderr;
}

describe('a password that Redis refuses', () => {
  it.each(['api', 'bot', 'worker'])(
    'stops the boot of a process with RUN=%s, in plain words',
    async (run) => {
      expect(await refusal({ RUN: run, REDIS_URL: `redis://:${PASSWORD}@127.0.0.1:${String(port)}` })).toBe(
        REFUSED,
      );
    },
  );

  it.each([
    ['none, where one is asked for', (at: number) => `redis://127.0.0.1:${String(at)}`],
    ['the name of a stranger', (at: number) => `redis://stranger:${PASSWORD}@127.0.0.1:${String(at)}`],
  ])('may be %s', async (_what, url) => {
    expect(await refusal({ RUN: 'api', REDIS_URL: url(port) })).toBe(REFUSED);
  });

  it('may be that of a Sentinel', async () => {
    const sentinel = await servers.start(
      `sentinel monitor the-primary 127.0.0.1 ${String(port)} 1`,
      'requirepass what-sentinels-ask-for',
    );
    const env = {
      RUN: 'api',
      REDIS_URL: 'redis://:the-right-password@the-primary/0',
      REDIS_SENTINELS: `127.0.0.1:${String(sentinel)}`,
      REDIS_SENTINEL_PASSWORD: PASSWORD,
    };
    expect(await refusal(env)).toBe('Redis refuses the user name or password in REDIS_SENTINEL_PASSWORD.\n');
  });

  it('is told by commands that need Redis, too', async () => {
    const env = { REDIS_URL: `redis://:${PASSWORD}@127.0.0.1:${String(port)}` };
    expect(await refusal(env, 'src/cli/resync.js')).toContain(REFUSED.trim());
  });

  it('is told together with what is wrong with MongoDB', async () => {
    const said = await refusal({
      RUN: 'worker',
      REDIS_URL: `redis://:${PASSWORD}@127.0.0.1:${String(port)}`,
      MONGODB_URI: 'mongodb://127.0.0.1:1/verselink?serverSelectionTimeoutMS=500',
    });
    expect(said.split('\n').map((line) => line.slice(0, 23))).toEqual([
      REFUSED.slice(0, 23),
      'MongoDB does not answer',
      '',
    ]);
  });
});
