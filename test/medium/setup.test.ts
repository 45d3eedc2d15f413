import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextDiscordId, startApp, type TestApp } from '../support/app.js';
import { startDiscord, type DiscordGuild, type TestDiscord } from '../support/discord.js';
import { DiscordPerson, FORM, partsOf, readingOf, shown } from '../support/discord-person.js';

const MANAGE_SERVER = '32';
const SEND_MESSAGES = '2048';
/** View Channels, Send Messages, Embed Links, Read Message History, Manage Roles, Manage Events, Create Events. */
const ALL = (1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 16n) | (1n << 28n) | (1n << 33n) | (1n << 44n);
/** Of what an invite asks for, and members have anyway: Create Public Threads, Send Messages in Threads. */
const OF_EVERYBODY = (1n << 35n) | (1n << 38n);

let discord: TestDiscord;
let app: TestApp;

beforeAll(async () => {
  discord = await startDiscord({ rateLimits: { enabled: false } });
  app = await startApp({ run: 'api,bot,worker', env: discord.env });
});
afterAll(async () => {
  await app.close();
  await discord.close();
});

/** A new server with a person who has Manage Server, and one who has not. */
async function aServer({ locale = 'fr', botPermissions = ALL, overwrites = [] as object[] } = {}) {
  const [id, events, news, roleId, managerId, memberId] = Array.from({ length: 6 }, nextDiscordId);
  const users = [
    { id: managerId, username: `manager${managerId ?? ''}`, locale, roles: [roleId] },
    { id: memberId, username: `member${memberId ?? ''}`, locale },
  ];
  await discord.control<DiscordGuild>('POST', '/guilds', {
    id,
    name: 'Les *Cargos*',
    owner_id: nextDiscordId(),
    bot_permissions: String(botPermissions),
    members: users,
    roles: [{ id: roleId, name: 'Managers', permissions: MANAGE_SERVER }],
    channels: [
      { id: events, name: 'events', type: 0, permission_overwrites: overwrites.map((o) => ({ ...o, id })) },
      { id: news, name: 'news', type: 0 },
    ],
  });
  const place = { guild_id: id ?? '', channel_id: events ?? '' };
  return {
    id: id ?? '',
    channels: { events: events ?? '', news: news ?? '' },
    manager: new DiscordPerson(discord, managerId ?? '', place),
    member: new DiscordPerson(discord, memberId ?? '', place),
  };
}

/** Answered by "thinking". */
const DEFERRED = 5;

let tags = 0;
const aTag = (): string => `T${Date.now().toString(36).slice(-6)}${(tags += 1)}`;

/** Connects a server to an organization made on the spot. */
async function connect(
  manager: DiscordPerson,
  found: string,
): Promise<Awaited<ReturnType<DiscordPerson['command']>>> {
  const form = await manager.press(await manager.command('setup'), found);
  expect(form.type).toBe(FORM);
  return manager.submit(form, { name: `Compagnie ${aTag()}`, tag: aTag() });
}

describe('/setup', () => {
  it.each([
    ['fr', 'Fonder une organisation'],
    ['en-US', 'Found an organization'],
  ])('founds an organization and shows the settings, in %s', async (locale, found) => {
    const { manager, channels } = await aServer({ locale });
    const first = await manager.command('setup');
    expect(readingOf(first)).toMatchSnapshot('not connected');
    const form = await manager.press(first, found);
    expect(partsOf(form.data?.components ?? []).map(({ label }) => label)).toMatchSnapshot('form');
    const page = await manager.submit(form, { name: `Long Haul ${aTag()}`, tag: aTag() });
    const neutral = (text: string): string =>
      text.replace(/\[T\w+\] Long Haul \w+/, '[TAG] Long Haul').replaceAll(channels.events, 'EVENTS');
    expect(neutral(readingOf(page))).toMatchSnapshot('connected');
    const chosen = await manager.press(page, 'vs1/event_channel_id', [channels.events]);
    expect(neutral(readingOf(chosen))).toMatchSnapshot('channel chosen');
    expect(shown(chosen).id).toBe(shown(page).id);
    expect(readingOf(await manager.command('setup'))).toBe(readingOf(chosen));
  });

  it('is answered in time while Discord is slow, and its form opens at once', async () => {
    const { id, manager } = await aServer();
    await discord.faults({ path: `/guilds/${id}`, latency_ms: 1_500 });
    const later = await manager.command('setup');
    expect(later.type).toBe(DEFERRED);
    expect(readingOf(later)).toContain('Fonder une organisation');
    const form = await manager.press(later, 'Fonder une organisation');
    await discord.control('DELETE', '/faults');
    expect(form.type).toBe(FORM);
  });

  it('keeps the seats of who leaves, or frees them, as the organization wants', async () => {
    const { manager } = await aServer();
    const page = await connect(manager, 'Fonder une organisation');
    const kept = await manager.press(page, 'Garder ces places');
    expect(readingOf(kept)).toContain('garde sa place');
    expect(readingOf(await manager.press(kept, 'Libérer ces places'))).toContain('perd sa place');
  });

  it('offers the organizations that one administers, and takes the settings through the same service as REST', async () => {
    const first = await aServer();
    await connect(first.manager, 'Fonder une organisation');
    const second = await aServer();
    await discord.control('PUT', `/guilds/${second.id}/members/${first.manager.id}`, {
      username: 'both',
      roles: ['Managers'],
    });
    const here = new DiscordPerson(discord, first.manager.id, {
      guild_id: second.id,
      channel_id: second.channels.events,
    });
    const choice = await here.command('setup');
    const menu = partsOf(shown(choice).components as never).find(({ options }) => options !== undefined);
    expect(menu?.options).toHaveLength(1);
    const page = await here.press(choice, 'Choisir une organisation', [menu?.options?.[0]?.value ?? '']);
    await here.press(page, 'vs1/announcement_channel_id', [second.channels.news]);
    await here.press(page, 'vs1/reminder_channel_id', [second.channels.news]);
    await here.press(page, 'vs1/event_channel_id', [second.channels.events]);
    const text = await here.press(page, 'vs1/channel_layout', ['text']);
    expect(readingOf(text)).toContain('Un salon textuel ✓');
    await here.press(page, 'vs1/channel_layout', ['thread']);
    await here.press(page, 'vs1/locale', ['en']);
    const settings = {
      guild_name: 'Les *Cargos*',
      announcement_channel_id: second.channels.news,
      reminder_channel_id: second.channels.news,
      event_channel_id: second.channels.events,
      auto_create_channels: true,
      channel_layout: 'thread',
      locale: 'en',
    };
    const { token } = await tokenOf(here.id);
    const answer = await fetch(`${app.url}/api/v1/discord/guilds/${second.id}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await answer.json()).toMatchObject(settings);
    await here.press(page, 'vs1/reminder_channel_id', []);
    const again = await fetch(`${app.url}/api/v1/discord/guilds/${second.id}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await again.json()).toMatchObject({ ...settings, reminder_channel_id: null });
  });

  it('mends what a channel denies by its own hand', async () => {
    const { manager, channels, id } = await aServer({
      overwrites: [{ type: 0, allow: '0', deny: SEND_MESSAGES }],
    });
    const page = await connect(manager, 'Fonder une organisation');
    const lacking = await manager.press(page, 'vs1/event_channel_id', [channels.events]);
    expect(readingOf(lacking)).toContain('Il me manque : **Envoyer des messages**');
    const mended = await manager.press(lacking, 'Réparer');
    expect(readingOf(mended)).not.toContain('Il me manque');
    expect(readingOf(mended)).not.toContain('[Réparer]');
    const channel = (await discord.read(id)).channels.find((candidate) => candidate.id === channels.events);
    expect((channel as unknown as { permission_overwrites: object[] }).permission_overwrites).toContainEqual(
      expect.objectContaining({ type: 1, allow: SEND_MESSAGES, deny: '0' }),
    );
  });

  it('says what a person has to mend, with an invite that names what is missing beside what is there', async () => {
    const held = ALL & ~(1n << 44n);
    const { manager } = await aServer({ botPermissions: held });
    const page = await connect(manager, 'Fonder une organisation');
    expect(readingOf(page)).toContain('Il me manque : **Créer des événements**');
    const url = partsOf(shown(page).components as never).find(({ label }) => label === 'Réinviter')?.url;
    expect(new URL(url ?? '').searchParams.get('permissions')).toBe(
      String(held | (1n << 44n) | OF_EVERYBODY),
    );
  });

  it('says where it cannot mend a channel that it may not change', async () => {
    const { manager, channels } = await aServer({
      botPermissions: ALL & ~(1n << 28n),
      overwrites: [{ type: 0, allow: '0', deny: SEND_MESSAGES }],
    });
    const page = await connect(manager, 'Fonder une organisation');
    const lacking = readingOf(await manager.press(page, 'vs1/event_channel_id', [channels.events]));
    expect(lacking).toContain('dans les paramètres de ce salon');
    expect(lacking).not.toContain('[Réparer]');
  });

  it('is for those who manage the server, and then for the admins of its organization', async () => {
    const { manager, member } = await aServer();
    await expect(member.command('setup')).rejects.toThrow('50013');
    await connect(manager, 'Fonder une organisation');
    const other = await aServer();
    const form = await other.manager.press(await other.manager.command('setup'), 'Fonder une organisation');
    expect(readingOf(await other.manager.submit(form, { name: 'ab c', tag: 'é!' }))).toContain('sigle');
  });

  it('tells somebody of another organization that the server is taken', async () => {
    const ours = await aServer();
    await connect(ours.manager, 'Fonder une organisation');
    const rival = new DiscordPerson(discord, nextDiscordId(), {
      guild_id: ours.id,
      channel_id: ours.channels.events,
    });
    await discord.control('PUT', `/guilds/${ours.id}/members/${rival.id}`, {
      username: 'rival',
      roles: ['Managers'],
    });
    const said = await connect(rival, 'Fonder une organisation');
    expect(readingOf(said)).toContain('relié à une autre organisation');
  });
});

async function tokenOf(discordId: string): Promise<{ token: string }> {
  const { AuthenticationService } = await import('../../src/features/sessions/authentication.service.js');
  const authentication = app.verselink.app.get(AuthenticationService, { strict: false });
  return {
    token: await authentication.issueToken({ discord_id: discordId, handle: 'x', site_admin: undefined }),
  };
}
