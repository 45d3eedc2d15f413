import { once } from 'node:events';
import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { openDatabases } from '../support/databases.js';
import { startDiscord, type TestDiscord } from '../support/discord.js';
import { startAppProcess } from '../support/process.js';
import { aRolesStage, type RolesStage } from '../support/roles-stage.js';

// Whatever happens between Discord and us, members end with exactly the roles that their seats give. Wants `npm run build`.

const SOON = { timeout: 60_000 };

let discord: TestDiscord;
let databases: Awaited<ReturnType<typeof openDatabases>>;
let api: TestApp;
const workers: ChildProcess[] = [];

beforeAll(async () => {
  discord = await startDiscord({ rateLimits: { enabled: false } });
  databases = await openDatabases();
  api = await startApp({ run: 'api', env: discord.env, databases });
});
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await api.close();
  await discord.close();
  await databases.drop();
});

function startWorker(): ChildProcess {
  const { child } = startAppProcess('worker', databases, discord.env);
  workers.push(child);
  return child;
}

async function kill(worker: ChildProcess): Promise<void> {
  worker.kill('SIGKILL');
  await once(worker, 'exit');
}

const heldOn = (stage: RolesStage) => expect.poll(() => stage.held(stage.nova), SOON);
const changesOf = async ({ nova, roleId }: RolesStage, method: string): Promise<number> =>
  (await discord.requests()).filter(
    (request) => request.method === method && request.path.endsWith(`/${nova.discord_id}/roles/${roleId}`),
  ).length;

it.each([
  ['killed between Discord’s success and our save', { drop: 'after', times: 1 }, true],
  ['an answer that is lost', { drop: 'after', times: 1 }, false],
  ['a call that never arrives', { drop: 'before', times: 1 }, false],
  ['an error of Discord', { status: 500, times: 2 }, false],
  ['a rate limit', { status: 429, retry_after: 0.2, times: 2 }, false],
])(
  '%s, while the role is given and while it is taken',
  async (_what, fault, kills) => {
    const stage = await aRolesStage(api, discord);
    await stage.map({});
    const raid = await stage.scene.event();
    let worker = startWorker();

    await discord.faults({ method: 'PUT', path: `/guilds/${stage.guild.id}/members/*/roles/*`, ...fault });
    await stage.nova.post(`/events/${raid.id}/signups`, {});
    if (kills) {
      await heldOn(stage).toEqual([stage.roleId]);
      await kill(worker);
      worker = startWorker();
    }
    await heldOn(stage).toEqual([stage.roleId]);

    await discord.faults({ method: 'DELETE', path: `/guilds/${stage.guild.id}/members/*/roles/*`, ...fault });
    await stage.nova.delete(`/events/${raid.id}/signups/me`);
    if (kills) {
      await heldOn(stage).toEqual([]);
      await kill(worker);
      worker = startWorker();
    }
    await heldOn(stage).toEqual([]);
    await discord.control('DELETE', '/faults');
    await kill(worker);
  },
  180_000,
);

it('twice is once: a signup that many workers follow gives one role by one call', async () => {
  const stage = await aRolesStage(api, discord);
  await stage.map({});
  const raid = await stage.scene.event();
  const crew = [startWorker(), startWorker(), startWorker()];
  await stage.nova.post(`/events/${raid.id}/signups`, {});
  for (let time = 0; time < 5; time++)
    await stage.scene.admin.patch(`/events/${raid.id}`, { title: `Raid number ${time}` });
  await heldOn(stage).toEqual([stage.roleId]);
  const root = await api.user({ site_admin: true });
  const open = async () =>
    (
      await root.get<{ status: string }[]>(`/discord/jobs?event_id=${raid.id}&type=manage_roles&limit=100`)
    ).body.filter(({ status }) => status === 'pending' || status === 'processing');
  await expect.poll(open, SOON).toEqual([]);
  expect(await changesOf(stage, 'PUT')).toBe(1);
  expect(await changesOf(stage, 'DELETE')).toBe(0);
  for (const worker of crew) await kill(worker);
}, 180_000);
