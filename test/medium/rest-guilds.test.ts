import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GuildsRepository } from '../../src/features/guilds/guilds.repository.js';
import { nextDiscordId, startApp, type TestApp, type TestUser } from '../support/app.js';
import type { Answer, ProblemBody } from '../support/client.js';
import { startDiscord, type TestDiscord } from '../support/discord.js';

interface Guild {
  readonly guild_id: string;
  readonly org_id: string;
}

let discord: TestDiscord;
let app: TestApp;
let ada: TestUser;
let bob: TestUser;
let adasOrg: string;
let bobsOrg: string;

beforeAll(async () => {
  discord = await startDiscord({ rateLimits: { enabled: false } });
  app = await startApp({ env: discord.env });
  [ada, bob] = await Promise.all([app.user({ handle: 'Ada' }), app.user({ handle: 'Bob' })]);
  [adasOrg, bobsOrg] = await Promise.all([found(ada, 'ADA'), found(bob, 'BOB')]);
});
afterAll(async () => {
  await app.close();
  await discord.close();
});

async function found(owner: TestUser, tag: string): Promise<string> {
  return (await owner.post<{ id: string }>('/organizations', { name: `Squadron ${tag}`, tag })).body.id;
}

/** The body that registers a new server, which Ada and Bob manage, for Ada's organization; changed by `fields`. */
async function server(fields: object = {}) {
  const { id, ownerId, admit } = await discord.guild();
  await Promise.all([ada, bob].map(({ discord_id }) => admit(discord_id)));
  return { guild_id: id, guild_name: 'Our server', owner_id: ownerId, org_id: adasOrg, ...fields };
}

async function register(): Promise<Guild> {
  const answer = await ada.post<Guild>('/discord/guilds', await server());
  expect(answer.status).toBe(201);
  return answer.body;
}

describe('Discord servers', () => {
  it('are registered by an admin of the organization, with defaults', async () => {
    const body = await server();
    expect(await ada.post('/discord/guilds', body)).toMatchObject({
      status: 201,
      body: {
        ...body,
        announcement_channel_id: null,
        event_channel_id: null,
        reminder_channel_id: null,
        sync_enabled: true,
        reminder_enabled: true,
        auto_create_channels: false,
        channel_layout: 'category',
        auto_manage_roles: false,
        locale: 'fr',
      },
    });
    const shown = await ada.get<object>(`/discord/guilds/${body.guild_id}`);
    expect(shown).toMatchObject({ status: 200, body });
    for (const inside of ['mirror_dirty', 'revision', 'removed_at', '_id'])
      expect(shown.body).not.toHaveProperty(inside);
  });

  it('belong to one organization', async () => {
    const body = await server();
    expect((await ada.post('/discord/guilds', body)).status).toBe(201);
    const again = await bob.post<ProblemBody>('/discord/guilds', { ...body, org_id: bobsOrg });
    expect(again.body).toMatchObject({ status: 409, code: 'guild_already_registered' });
  });

  it("cannot be registered for somebody else's organization, nor for none", async () => {
    const body = await server();
    expect((await bob.post<ProblemBody>('/discord/guilds', body)).body).toMatchObject({ status: 403 });
    await ada.put(`/organizations/${adasOrg}/members/${bob.id}`, { role: 'staff' });
    expect((await bob.post('/discord/guilds', body)).status).toBe(403);
    await ada.delete(`/organizations/${adasOrg}/members/${bob.id}`);
    const nowhere = { ...body, org_id: '01980000-0000-7000-8000-000000000000' };
    expect((await ada.post<ProblemBody>('/discord/guilds', nowhere)).body).toMatchObject({
      status: 404,
      code: 'organization_not_found',
    });
  });

  it('of other organizations do not exist for an outsider, and are closed to members who are not admins', async () => {
    const { guild_id } = await register();
    const path = `/discord/guilds/${guild_id}`;
    for (const answer of [
      await bob.get(path),
      await bob.patch(path, { guild_name: 'x' }),
      await bob.delete(path),
    ]) {
      expect(answer).toMatchObject({ status: 404, body: { code: 'guild_not_found' } });
    }
    await ada.put(`/organizations/${adasOrg}/members/${bob.id}`, { role: 'staff' });
    for (const answer of [
      await bob.get(path),
      await bob.patch(path, { guild_name: 'x' }),
      await bob.delete(path),
    ]) {
      expect(answer).toMatchObject({ status: 403, body: { code: 'org_role_required' } });
    }
    await ada.delete(`/organizations/${adasOrg}/members/${bob.id}`);
    expect((await ada.get(path)).body).toMatchObject({ guild_name: 'Our server' });
  });

  it('are edited field by field', async () => {
    const { guild_id } = await register();
    const changed = await ada.patch(`/discord/guilds/${guild_id}`, { event_channel_id: null, locale: 'en' });
    expect(changed).toMatchObject({
      status: 200,
      body: { guild_id, event_channel_id: null, locale: 'en', guild_name: 'Our server', sync_enabled: true },
    });
  });

  it('are listed as plain arrays with the next page in Link: all for site admins, else those one administers', async () => {
    const keeper = await app.user();
    const orgId = await found(keeper, 'KEEP');
    const registered: string[] = [];
    for (let index = 0; index < 5; index++) {
      const { id: guildId, ownerId: ownerId, admit } = await discord.guild();
      await admit(keeper.discord_id);
      const body = { guild_id: guildId, guild_name: 'Our server', owner_id: ownerId, org_id: orgId };
      registered.push(guildId);
      expect((await keeper.post('/discord/guilds', body)).status).toBe(201);
    }
    const listed: string[] = [];
    let path: string | undefined = '/discord/guilds?limit=2';
    while (path !== undefined) {
      const page: Answer<Guild[]> = await keeper.get<Guild[]>(path);
      listed.push(...page.body.map(({ guild_id }) => guild_id));
      path = /^<(.+)>; rel="next"$/.exec(page.headers.get('link') ?? '')?.[1];
    }
    expect(listed).toEqual(registered);
    await keeper.put(`/organizations/${orgId}/members/${bob.id}`, { role: 'staff' });
    expect((await bob.get('/discord/guilds')).body).toEqual([]);
    const admin = await app.user({ site_admin: true });
    const all = await admin.get<Guild[]>('/discord/guilds?limit=100');
    expect(all.body.map(({ guild_id }) => guild_id)).toEqual(expect.arrayContaining(registered));
  });

  it('that are removed are gone at once, and the mirror still learns of it', async () => {
    const body = await server();
    const { guild_id } = body;
    expect((await ada.post('/discord/guilds', body)).status).toBe(201);
    const guilds = app.verselink.app.get(GuildsRepository, { strict: false });
    expect((await ada.delete(`/discord/guilds/${guild_id}`)).status).toBe(204);
    expect((await ada.get(`/discord/guilds/${guild_id}`)).status).toBe(404);
    expect((await ada.delete(`/discord/guilds/${guild_id}`)).status).toBe(404);
    expect(
      (await ada.get<Guild[]>('/discord/guilds?limit=100')).body.map((guild) => guild.guild_id),
    ).not.toContain(guild_id);
    const dirty = await guilds.findDirty(guild_id);
    expect(dirty?.removed).toBe(true);
    if (dirty !== null) await guilds.settle(dirty);
    expect((await ada.post('/discord/guilds', body)).status).toBe(201);
  });

  it('stay dirty when they change while an earlier change is being mirrored', async () => {
    const { guild_id } = await register();
    const guilds = app.verselink.app.get(GuildsRepository, { strict: false });
    const before = await guilds.findDirty(guild_id);
    await ada.patch(`/discord/guilds/${guild_id}`, { sync_enabled: false });
    if (before !== null) await guilds.settle(before);
    const after = await guilds.findDirty(guild_id);
    expect(after?.guild.sync_enabled).toBe(false);
    if (after !== null) await guilds.settle(after);
    expect(await guilds.findDirty(guild_id)).toBeNull();
  });

  it.each([
    ['a number for an id', { guild_id: 1234567890 }],
    ['an id of 16 digits', { guild_id: '1234567890123456' }],
    ['an id of 21 digits', { guild_id: '123456789012345678901' }],
    ['an operator for an id', { guild_id: { $gt: '' } }],
    ['a word for a channel', { event_channel_id: 'general' }],
    ['an empty name', { guild_name: '   ' }],
    ['a text for a switch', { sync_enabled: 'true' }],
    ['null for a switch', { sync_enabled: null }],
    ['a language we do not speak', { locale: 'de' }],
    ['an unknown field', { mirror_dirty: false }],
    ['no organization', { org_id: undefined }],
  ])('are refused with %s', async (_name, fields) => {
    const body = {
      guild_id: nextDiscordId(),
      guild_name: 'Our server',
      owner_id: nextDiscordId(),
      org_id: adasOrg,
    };
    const answer = await ada.post<ProblemBody>('/discord/guilds', { ...body, ...fields });
    expect(answer.body).toMatchObject({ status: 422, code: 'validation_failed' });
    expect(answer.body.errors?.map(({ field }) => field)).toContain(Object.keys(fields)[0]);
  });

  it.each(['abc', '123', '1234567890123456789012', '%00', '%7B%22$gt%22:%22%22%7D'])(
    'have no id like %s',
    async (id) => {
      expect((await ada.get<ProblemBody>(`/discord/guilds/${id}`)).body).toMatchObject({
        status: 404,
        code: 'guild_not_found',
      });
    },
  );
});
