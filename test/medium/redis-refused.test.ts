import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { INTERNAL_SECRET, JWT_SECRET } from '../support/app.js';
import { openDatabases, type TestDatabases } from '../support/databases.js';
import { startDiscord, type TestDiscord } from '../support/discord.js';
import { type Program, startProgram } from '../support/process.js';

const PASSWORD = 'not-the-right-password';
const REFUSED = 'Redis refuses the user name or password in REDIS_URL';

let databases: TestDatabases;
let discord: TestDiscord;
let program: Program | undefined;
beforeAll(async () => {
  databases = await openDatabases();
  discord = await startDiscord();
});
afterEach(async () => {
  program?.child.kill('SIGKILL');
  await program?.exitCode();
});
afterAll(async () => {
  await discord.close();
  await databases.drop();
});

describe('a wrong password for Redis', () => {
  it.each(['api', 'bot', 'worker'])('is told plainly, and once, by a process with RUN=%s', async (run) => {
    const redisUrl = new URL(databases.redisUrl);
    redisUrl.username = 'stranger';
    redisUrl.password = PASSWORD;
    program = startProgram('src/main.js', {
      NODE_ENV: 'production',
      PUBLIC_URL: 'https://verselink.example.org',
      RUN: run,
      PORT: '0',
      INTERNAL_PORT: '0',
      MONGODB_URI: databases.mongodbUri,
      REDIS_URL: redisUrl.href,
      JWT_SECRET,
      INTERNAL_API_SECRET: INTERNAL_SECRET,
      ...discord.env,
    });
    await program.printed('private port');
    await program.printed(REFUSED);
    program.child.kill('SIGTERM');
    expect(await program.exitCode()).toBe(0);
    const { stdout, stderr } = program.output;
    expect(stdout.split(REFUSED)).toHaveLength(2);
    expect(stderr).toBe('');
    expect(stdout).not.toContain(PASSWORD);
    expect(stdout).not.toContain('WRONGPASS');
  });
});
