import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { openDatabases, type TestDatabases } from '../support/databases.js';
import { startDiscord, type TestDiscord } from '../support/discord.js';
import { eventually } from '../support/eventually.js';
import { startProgram } from '../support/process.js';
import { aScene } from '../support/scene.js';

let discord: TestDiscord;
let databases: TestDatabases;
let app: TestApp;
beforeAll(async () => {
  discord = await startDiscord();
  databases = await openDatabases();
  app = await startApp({ run: 'api,worker', databases, env: discord.env });
});
afterAll(async () => {
  await app.stop();
  await discord.close();
  await databases.drop();
});

it('brings a server in step with a database that was restored, and names what nothing knows', async () => {
  const scene = await aScene(app);
  const guild = await discord.guild();
  await scene.register(guild);
  await scene.event({ title: 'Cancelled since the backup' });
  const live = async () =>
    (await discord.read(guild.id)).scheduled_events
      .filter(({ status }) => status === 1)
      .map(({ name }) => name);
  await eventually(async () => {
    expect(await live()).toEqual(['Cancelled since the backup']);
  });
  await app.stop();

  // What happened after the backup, as the bot did it.
  const [before] = (await discord.read(guild.id)).scheduled_events;
  const asBot = async (method: string, at: string, body: object) => {
    const answer = await fetch(
      `${discord.env['DISCORD_API_URL'] ?? ''}/v10/guilds/${guild.id}/scheduled-events${at}`,
      {
        method,
        headers: {
          authorization: `Bot ${discord.env['DISCORD_BOT_TOKEN'] ?? ''}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify(body),
      },
    );
    expect(answer.status).toBe(200);
  };
  await asBot('PATCH', `/${before?.id ?? ''}`, { status: 4 });
  await asBot('POST', '', {
    name: 'Made since the backup',
    privacy_level: 2,
    entity_type: 3,
    entity_metadata: { location: 'Daymar' },
    scheduled_start_time: new Date(Date.now() + 86_400_000).toISOString(),
    scheduled_end_time: new Date(Date.now() + 90_000_000).toISOString(),
  });

  const program = startProgram('src/cli/resync.js', {
    ...discord.env,
    MONGODB_URI: databases.mongodbUri,
    REDIS_URL: databases.redisUrl,
  });
  expect(await program.exitCode(), program.output.stderr).toBe(0);
  expect(program.output.stdout).toContain(`Server ${guild.id}: 1 events are compared`);
  expect(program.output.stdout).toContain('"Made since the backup"');

  app = await startApp({ run: 'api,worker', databases, env: discord.env });
  await eventually(async () => {
    expect((await live()).sort()).toEqual(['Cancelled since the backup', 'Made since the backup']);
  }, 25_000);
}, 90_000);

it.each([
  ['resync', []],
  ['doctor', ['--guild', '123456789012345678']],
])('%s says that MongoDB is away, and ends, although Redis is there', async (command, args) => {
  const away = { MONGODB_URI: 'mongodb://127.0.0.1:1/away', REDIS_URL: databases.redisUrl };
  const program = startProgram(`src/cli/${command}.js`, { ...discord.env, ...away }, args);
  expect(await program.exitCode()).toBe(1);
  expect(program.output.stderr).toContain('Not finished: connect ECONNREFUSED');
});
