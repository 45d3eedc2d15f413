import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp } from '../support/app.js';
import { openDatabases } from '../support/databases.js';
import { startDiscord, type TestDiscord } from '../support/discord.js';
import { eventually } from '../support/eventually.js';
import { startAppProcess } from '../support/process.js';
import { aScene, mirrorsOf } from '../support/scene.js';

// The built application, in a process of its own, so that `kill -9` is one. Wants `npm run build`.

let discord: TestDiscord;
let databases: Awaited<ReturnType<typeof openDatabases>>;
const workers: ChildProcess[] = [];

beforeAll(async () => {
  discord = await startDiscord();
  databases = await openDatabases();
});

afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await discord.close();
  await databases.drop();
});

function startWorker(): ChildProcess {
  const { child } = startAppProcess('worker', databases, discord.env);
  workers.push(child);
  return child;
}

it.each([
  ['the scheduled event', '/guilds/*/scheduled-events'],
  ['the signup message', '/channels/*/messages'],
])(
  'killed between Discord’s success and our save of %s: one of each after the next start',
  async (_what, path) => {
    const api = await startApp({ run: 'api', env: discord.env, databases });
    const scene = await aScene(api);
    const guild = await discord.guild();
    await scene.register(guild);
    // Discord does the work, then the answer is lost; again and again, so that nothing is saved before the kill.
    await discord.faults({ method: 'POST', path, drop: 'after', times: 1 });
    const event = await scene.event();
    const worker = startWorker();
    await eventually(async () => {
      const { events, messages } = await mirrorsOf(discord, guild, event.id);
      expect(path.includes('messages') ? messages : events).toHaveLength(1);
    }, 30_000);
    worker.kill('SIGKILL');
    await once(worker, 'exit');

    startWorker();
    await eventually(async () => {
      const { body } = await scene.admin.get<object[]>(`/discord/events/events/${event.id}/discord`);
      expect(body).toMatchObject([{ sync_state: 'synced' }]);
    }, 90_000);
    const { events, messages } = await mirrorsOf(discord, guild, event.id);
    expect([events.length, messages.length]).toEqual([1, 1]);
    await api.close();
  },
  150_000,
);
