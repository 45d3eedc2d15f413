import { afterAll, beforeAll, expect, it } from 'vitest';
import { GuildsApi } from '../../src/discord-api/guilds.api.js';
import { MembersApi } from '../../src/discord-api/members.api.js';
import { startApp, type TestApp } from '../support/app.js';
import { startDiscord, type TestDiscord, type TestGuild } from '../support/discord.js';
import { aScene } from '../support/scene.js';

// What is read of Discord is read once: from the gateway's memory where there is one, else from copies that its events drop.

let discord: TestDiscord;
let backend: TestApp;
let bot: TestApp;
let guild: TestGuild;

beforeAll(async () => {
  discord = await startDiscord();
  guild = await discord.guild([{ username: 'ada' }]);
  backend = await startApp({ run: 'api', env: discord.env });
  bot = await startApp({ run: 'bot', env: discord.env, databases: backend.databases });
}, 60_000);
afterAll(async () => {
  await bot.stop();
  await backend.close();
  await discord.close();
});

/** How many reads of the server Discord is asked for by some work. */
async function reads(work: () => Promise<unknown>): Promise<number> {
  const count = async () =>
    (await discord.requests()).filter(({ method, path }) => method === 'GET' && path.includes(guild.id))
      .length;
  const before = await count();
  await work();
  return (await count()) - before;
}

/**
 * A server with its roles from the lowest up, without their numbers: Discord tells of a new role, and not of those that move up
 * for it, so that two have one number in the memory; then the older one is above.
 */
function ranked(server: Awaited<ReturnType<GuildsApi['find']>>) {
  const roles = server?.roles.toSorted((a, b) => a.position - b.position || (a.id < b.id ? 1 : -1));
  return {
    ...server,
    roles: roles?.map(({ id, name, managed, permissions }) => ({ id, name, managed, permissions })),
  };
}

async function addRole(name: string, { id } = guild): Promise<void> {
  const answer = await fetch(`${discord.env['DISCORD_API_URL'] ?? ''}/v10/guilds/${id}/roles`, {
    method: 'POST',
    headers: {
      authorization: `Bot ${discord.env['DISCORD_BOT_TOKEN'] ?? ''}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ name }),
  });
  expect(answer.ok).toBe(true);
}

it('asks once in a process without the gateway, and again after a change', async () => {
  const api = backend.verselink.app.get(GuildsApi, { strict: false });
  const readAll = async () => {
    for (let n = 0; n < 5; n++) {
      await api.find(guild.id);
      await api.listChannels(guild.id);
    }
  };
  expect(await reads(readAll)).toBe(2);
  expect(await reads(() => api.find(guild.id, 'now'))).toBe(1);
  const [ada = ''] = guild.memberIds;
  const members = backend.verselink.app.get(MembersApi, { strict: false });
  const rolesOf = () => members.findRoles(guild.id, ada);
  expect(await rolesOf()).toEqual([]);
  expect(await reads(rolesOf)).toBe(0);
  await guild.admit(ada, [guild.pilotRoleId]);
  await expect.poll(rolesOf).toEqual([guild.pilotRoleId]);
  const before = (await api.find(guild.id))?.roles.length ?? 0;
  await addRole('Made after it was read');
  const roleCount = async () => (await api.find(guild.id))?.roles.length;
  await expect.poll(roleCount).toBe(before + 1);
});

it('asks nothing in a process with the gateway, whose memory follows', async () => {
  const api = bot.verselink.app.get(GuildsApi, { strict: false });
  const fresh = backend.verselink.app.get(GuildsApi, { strict: false });
  const wanted = [ranked(await fresh.find(guild.id, 'now')), await fresh.listChannels(guild.id, 'now')];
  const seen = async () => [ranked(await api.find(guild.id)), await api.listChannels(guild.id)];
  expect(await reads(async () => expect(await seen()).toEqual(wanted))).toBe(0);
  const before = (await api.find(guild.id))?.roles.length ?? 0;
  await addRole('Made later');
  const roleCount = async () => (await api.find(guild.id))?.roles.length;
  await expect.poll(roleCount).toBe(before + 1);
});

it('lists roles to choose from without asking for them at each look, and a role just made at once', async () => {
  const scene = await aScene(backend);
  const { discord_id: id } = scene.admin;
  const server = await discord.guild([{ id, username: 'organizer' }]);
  await scene.register(server);
  const look = async () => {
    const path = `/organizations/${scene.orgId}/discord-roles`;
    const { status, body } = await scene.admin.get<{ items: { name: string }[] }>(path);
    expect(status).toBe(200);
    return body.items.map(({ name }) => name);
  };
  const asked = async () =>
    (await discord.requests()).filter(({ path }) => path.endsWith(`/guilds/${server.id}/roles`)).length;
  const before = await asked();
  for (let looks = 0; looks < 5; looks += 1) await look();
  expect((await asked()) - before).toBeLessThanOrEqual(1);
  await addRole('Chosen at once', server);
  await expect.poll(look).toContain('Chosen at once');
});
