import { afterAll, beforeAll, expect, it } from 'vitest';
import { INTERNAL_SECRET, nextDiscordId, startApp, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
import { startDiscord, type TestDiscord } from '../support/discord.js';
import { eventually } from '../support/eventually.js';
import { aScene } from '../support/scene.js';

let discord: TestDiscord;
let app: TestApp;

beforeAll(async () => {
  discord = await startDiscord();
  app = await startApp({ run: 'api,worker', env: discord.env });
});

afterAll(async () => {
  await app.close();
  await discord.close();
});

it('makes a member of who gets the mapped role, and no more of who loses it; staff stay', async () => {
  const scene = await aScene(app);
  const guild = await discord.guild();
  await scene.register(guild);
  const role = nextDiscordId();
  const mapped = await scene.admin.post('/discord/role-mappings', {
    guild_id: guild.id,
    discord_role_id: role,
    verselink_role_type: 'org_member',
  });
  expect(mapped.status).toBe(201);
  const nova = await app.user({ handle: 'Nova' });
  const backend = new Client(app.url, INTERNAL_SECRET);
  const report = (discord_id: string, roles: object) =>
    backend.post('/internal/event/notify', {
      event_type: 'role_updated',
      discord_id,
      metadata: { guild_id: guild.id, ...roles },
    });
  const rolesBecome = (expected: Record<string, string>) =>
    eventually(async () => {
      const { body } = await scene.admin.get<{ items: { user_id: string; role: string }[] }>(
        `/organizations/${scene.orgId}/members`,
      );
      const roles = Object.fromEntries(body.items.map(({ user_id, role: held }) => [user_id, held]));
      expect(roles).toEqual({ [scene.admin.id]: 'admin', ...expected });
    });

  expect((await report(nova.discord_id, { added_roles: [role] })).status).toBe(200);
  await rolesBecome({ [nova.id]: 'member' });
  await report(scene.admin.discord_id, { removed_roles: [role] });
  await report(nova.discord_id, { removed_roles: [role] });
  await rolesBecome({});
});
