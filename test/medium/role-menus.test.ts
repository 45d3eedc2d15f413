import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { nextDiscordId, startApp, type TestApp } from '../support/app.js';
import { componentsOf, startDiscord, type DiscordMessage, type TestDiscord } from '../support/discord.js';
import { aRolesStage, type RolesStage } from '../support/roles-stage.js';

// Menus with which members take and leave roles themselves.

interface MenuBody {
  readonly id: string;
  readonly discord_message_id: string | null;
  readonly discord_role_ids: readonly string[];
}

const SOON = { timeout: 20_000 };

let discord: TestDiscord;
let app: TestApp;
let stage: RolesStage;

beforeAll(async () => {
  discord = await startDiscord({ rateLimits: { enabled: false } });
  app = await startApp({ run: 'api,bot,worker', env: discord.env });
});
afterAll(async () => {
  await app.close();
  await discord.close();
});
beforeEach(async () => {
  stage = await aRolesStage(app, discord);
});

const publish = async (fields: object = {}) =>
  stage.scene.admin.post<MenuBody & { errors?: { field: string }[]; code?: string }>('/discord/role-menus', {
    guild_id: stage.guild.id,
    channel_id: stage.guild.channelId,
    discord_role_ids: [stage.roleId, stage.guild.pilotRoleId],
    ...fields,
  });
const menusOn = async (): Promise<DiscordMessage[]> =>
  (await discord.read(stage.guild.id)).channels
    .flatMap(({ messages }) => messages)
    .filter((message) => componentsOf(message).some(({ custom_id }) => custom_id.startsWith('vr1/')));
const menu = async (): Promise<DiscordMessage> => {
  const [first] = await menusOn();
  if (first === undefined) throw new Error('no menu');
  return first;
};
const click = async (label: string) => {
  const { data, follow_ups, failed } = await discord.click(await menu(), stage.nova.discord_id, label);
  expect(failed).toBeNull();
  return [data?.content ?? '', ...follow_ups.map(({ content = '' }) => content)].join('');
};

it('gives the role that a member clicks, and takes it with the next click', async () => {
  const { status, body } = await publish();
  expect(status).toBe(201);
  expect(body.discord_message_id).toBe((await menu()).id);
  expect(await click('Raiders')).toContain(`<@&${stage.roleId}>`);
  expect(await stage.held(stage.nova)).toEqual([stage.roleId]);
  expect(await click('Pilots')).toContain(`<@&${stage.guild.pilotRoleId}>`);
  expect((await stage.held(stage.nova))?.length).toBe(2);
  await click('Raiders');
  expect(await stage.held(stage.nova)).toEqual([stage.guild.pilotRoleId]);
});

it('takes one for the other where one is allowed, and refuses the third where two are', async () => {
  await publish({ max: 1 });
  await click('Raiders');
  await click('Pilots');
  expect(await stage.held(stage.nova)).toEqual([stage.guild.pilotRoleId]);
});

it('takes clicks at once for one after the other: two on a role for one, two of which one is allowed for the last', async () => {
  await publish({ max: 1 });
  await Promise.all([click('Raiders'), click('Raiders')]);
  expect(await stage.held(stage.nova)).toEqual([stage.roleId]);
  await click('Raiders');
  const path = `/guilds/${stage.guild.id}/members/*/roles/*`;
  await discord.faults({ method: 'PUT', path, latency_ms: 300, times: 2 });
  await Promise.all(['Raiders', 'Pilots'].map(click));
  expect(await stage.held(stage.nova)).toHaveLength(1);
});

it('gives what counts as given by hand: no event takes it back, and what an event gives stays', async () => {
  await stage.map({});
  await publish();
  await click('Raiders');
  const raid = await stage.scene.event();
  await stage.nova.post(`/events/${raid.id}/signups`, {});
  const root = await app.user({ site_admin: true });
  const done = async () =>
    (await root.get<{ status: string }[]>(`/discord/jobs?type=manage_roles&event_id=${raid.id}`)).body;
  await expect.poll(async () => (await done()).at(0)?.status, SOON).toBe('completed');
  await click('Raiders');
  expect(await stage.held(stage.nova)).toEqual([stage.roleId]);
  await stage.scene.admin.post(`/events/${raid.id}/cancel`);
  await expect.poll(async () => (await done()).length, SOON).toBeGreaterThan(1);
  await expect
    .poll(async () => (await done()).every(({ status }) => status === 'completed'), SOON)
    .toBe(true);
  expect(await stage.held(stage.nova)).toEqual([stage.roleId]);
});

it('is edited in place, posted again after it was deleted by hand, and removed', async () => {
  const { body } = await publish({ title: 'Ships' });
  const path = `/discord/role-menus/${body.id}`;
  expect((await stage.scene.admin.patch(path, { title: 'Crews' })).status).toBe(200);
  expect((await menu()).id).toBe(body.discord_message_id);
  expect((await menu()).embeds[0]?.title).toBe('Crews');
  await discord.asBot('DELETE', `/channels/${stage.guild.channelId}/messages/${(await menu()).id}`);
  const again = await stage.scene.admin.patch<MenuBody>(path, { discord_role_ids: [stage.roleId] });
  expect(again.body.discord_message_id).toBe((await menu()).id);
  expect(componentsOf(await menu())).toHaveLength(1);
  expect((await stage.scene.admin.delete(path)).status).toBe(204);
  expect(await menusOn()).toEqual([]);
  expect((await stage.scene.admin.get(path)).status).toBe(404);
});

it('is posted once although the first answer is lost', async () => {
  await discord.faults({
    method: 'POST',
    path: `/channels/${stage.guild.channelId}/messages`,
    drop: 'after',
  });
  expect((await publish()).status).toBe(201);
  expect(await menusOn()).toHaveLength(1);
});

it('is listed, and answers in the member’s language', async () => {
  await publish();
  const path = `/discord/role-menus?guild_id=${stage.guild.id}`;
  expect((await stage.scene.admin.get<{ items: MenuBody[] }>(path)).body.items).toHaveLength(1);
  expect(await click('Raiders')).toContain('maintenant');
});

describe('what is not offered', () => {
  it.each([
    ['a role with rights', () => [stage.guild.managerRoleId]],
    ['a role that is none', () => [nextDiscordId()]],
  ])('is refused: %s', async (_what, roles) => {
    const { status, body } = await publish({ discord_role_ids: roles() });
    expect([status, body.errors?.map(({ field }) => field)]).toEqual([422, ['discord_role_ids.0']]);
  });

  it('is refused: what stands for staff, when it is published and when it is clicked', async () => {
    await publish();
    await stage.map({ verselink_role_type: 'org_staff' });
    expect((await publish()).status).toBe(422);
    expect(await click('Raiders')).toContain('libre-service');
    expect(await stage.held(stage.nova)).toEqual([]);
  });

  it('is refused: what was deleted, or stands above the bot by now', async () => {
    await publish();
    const roles = `/guilds/${stage.guild.id}/roles`;
    await discord.asBot('DELETE', `${roles}/${stage.roleId}`);
    const low = await discord.asBot<{ id: string }>('POST', roles, { name: 'Low' });
    const bot = { discord_id: discord.env['DISCORD_CLIENT_ID'] ?? '' };
    await discord.control('PUT', `/guilds/${stage.guild.id}/members/${bot.discord_id}`, {
      username: 'VerseLink',
      roles: [low.id],
    });
    for (const label of ['Raiders', 'Pilots']) expect(await click(label)).toMatch(/libre-service|Discord/);
    expect(await stage.held(stage.nova)).toEqual([]);
  });

  it('is refused: more than one may have than there are, another server’s mapping, a stranger', async () => {
    expect((await publish({ max: 3 })).status).toBe(422);
    const mapping = await stage.map({});
    expect(
      (await publish({ discord_role_ids: undefined, mapping_ids: [mapping] })).body.discord_role_ids,
    ).toEqual([stage.roleId]);
    const other = await aRolesStage(app, discord);
    expect((await publish({ mapping_ids: [await other.map({})] })).status).toBe(422);
    expect(
      (
        await other.scene.admin.post('/discord/role-menus', {
          guild_id: stage.guild.id,
          channel_id: stage.guild.channelId,
          discord_role_ids: [stage.roleId],
        })
      ).status,
    ).toBe(404);
  });
});
