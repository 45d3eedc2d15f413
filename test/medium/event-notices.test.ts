import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { nextDiscordId, startApp, type TestApp, type TestUser } from '../support/app.js';
import { componentsOf, startDiscord, type DiscordMessage, type TestDiscord } from '../support/discord.js';
import { DiscordPerson, FORM, readingOf as read, type Said } from '../support/discord-person.js';
import { aRolesStage, type RolesStage } from '../support/roles-stage.js';
import { mirrorsOf, type EventBody } from '../support/scene.js';

const SOON = { timeout: 30_000, interval: 250 };
/** The shortest time before a start of which can be reminded. */
const SOONEST = 5;

let discord: TestDiscord;
let app: TestApp;
let root: TestUser;
let stage: RolesStage;

beforeAll(async () => {
  discord = await startDiscord({ rateLimits: { enabled: false } });
  app = await startApp({ run: 'api,bot,worker', env: discord.env });
  root = await app.user({ site_admin: true });
});
afterAll(async () => {
  await app.close();
  await discord.close();
});
beforeEach(async () => {
  stage = await aRolesStage(app, discord);
});

const remindedIn = (seconds: number) =>
  new Date(Date.now() + SOONEST * 60_000 + seconds * 1_000).toISOString();
const remindersOnly = { reminder_offsets_minutes: [SOONEST] };

const lookNow = () => root.post('/discord/jobs/process');
/** Spaces as they are typed. */
const readingOf = (said: Said) => read(said).replaceAll('\u00a0', ' ');
const told = ({ content }: DiscordMessage) => content.replaceAll(/<t:\d+:(.)>/g, '<t:$1>');
/** What a server's channels were told, but for signup messages. */
async function posted(guildId = stage.guild.id): Promise<DiscordMessage[]> {
  await lookNow();
  const { channels } = await discord.read(guildId);
  return channels.flatMap(({ messages }) => messages).filter(({ content }) => content !== '');
}
async function direct(who: Pick<TestUser, 'discord_id'>): Promise<DiscordMessage[]> {
  await lookNow();
  return discord.control<DiscordMessage[]>('GET', `/users/${who.discord_id}/dms`);
}
const readPosts = async () => (await posted()).map(told);
const readDirect = async (who: TestUser) => (await direct(who)).map(told);
async function quiet(eventId: string): Promise<void> {
  const open = async () => {
    await lookNow();
    const { body } = await root.get<{ status: string }[]>(`/discord/jobs?event_id=${eventId}&limit=100`);
    return body.filter(({ status }) => status === 'pending' || status === 'processing').length;
  };
  await expect.poll(open, SOON).toBe(0);
}
const mirrored = ({ id }: EventBody) =>
  expect.poll(async () => (await mirrorsOf(discord, stage.guild, id)).messages, SOON).toHaveLength(1);
const onDiscord = ({ discord_id }: TestUser) =>
  new DiscordPerson(discord, discord_id, { guild_id: stage.guild.id, channel_id: stage.guild.channelId });
async function seated(raid: EventBody, ...people: TestUser[]): Promise<void> {
  for (const person of people) expect((await person.post(`/events/${raid.id}/signups`, {})).status).toBe(201);
}

describe('a reminder', () => {
  it('comes once in the channel of the server’s choice, in its language, with a link and no ping, and directly to who wants it', async () => {
    const lounge = nextDiscordId();
    const other = await discord.guild([], { channels: [{ id: lounge, name: 'lounge', type: 0 }] });
    await stage.scene.register(other);
    const settings = { locale: 'en', reminder_channel_id: lounge, ...remindersOnly };
    await stage.scene.admin.patch(`/discord/guilds/${other.id}`, settings);
    const both = { reminder_offsets_minutes: [SOONEST, 60] };
    await stage.scene.admin.patch(`/discord/guilds/${stage.guild.id}`, both);
    await stage.nova.patch('/users/me', { dm_opt_in: true, locale: 'en' });
    const raid = await stage.scene.event({ start_at_utc: remindedIn(5) });
    await seated(raid, stage.nova, stage.scene.admin);
    await mirrored(raid);

    const french = '⏰ **Night raid** commence bientôt : <t:F> (<t:R>)\n📍 Daymar\n👥 2';
    const english = '⏰ **Night raid** starts soon: <t:F> (<t:R>)\n📍 Daymar\n👥 2';
    await expect.poll(readPosts, SOON).toEqual([french]);
    await expect.poll(async () => (await posted(other.id)).map(told), SOON).toEqual([english]);
    await expect.poll(() => readDirect(stage.nova), SOON).toEqual([english]);
    await quiet(raid.id);
    expect(await readPosts()).toHaveLength(1);
    expect(await direct(stage.scene.admin)).toEqual([]);

    const { channels } = await discord.read(other.id);
    expect(channels.find(({ id }) => id === lounge)?.messages).toHaveLength(1);
    const [reminder] = await posted();
    const [message] = (await mirrorsOf(discord, stage.guild, raid.id)).messages;
    expect(reminder).toMatchObject({ mentions: [], mention_roles: [], mention_everyone: false });
    const link = `https://discord.com/channels/${stage.guild.id}/${stage.guild.channelId}/${String(message?.id)}`;
    expect(componentsOf(reminder as DiscordMessage)[0]).toMatchObject({ url: link });
    const reader = onDiscord(stage.scene.admin);
    const notices = await reader.press(reminder as DiscordMessage, 'Me prévenir en privé');
    expect(readingOf(notices)).toContain('aucun');
    expect(readingOf(await reader.press(notices, 'Recevoir des messages privés'))).toContain('✅ Rappels');
    await stage.scene.admin.patch('/users/me', { dm_opt_in: false });
  });

  it('does not come of what was moved, cancelled, a draft, or switched off, nor of a time that has passed', async () => {
    const { admin } = stage.scene;
    const start = { start_at_utc: remindedIn(10), ...remindersOnly };
    const created = Date.now();
    const moved = await stage.scene.event(start);
    const cancelled = await stage.scene.event(start);
    const draft = await stage.scene.event({ ...start, state: 'draft' });
    const silent = await stage.scene.event({
      start_at_utc: start.start_at_utc,
      reminder_offsets_minutes: [],
    });
    const late = await stage.scene.event({ start_at_utc: remindedIn(-60), ...remindersOnly });
    await admin.patch(`/events/${moved.id}`, {
      start_at_utc: new Date(Date.now() + 86_400_000).toISOString(),
    });
    await admin.post(`/events/${cancelled.id}/cancel`);
    const later = remindedIn(Math.max(3, 11 - (Date.now() - created) / 1_000));
    const shown = await stage.scene.event({ ...start, start_at_utc: later, title: 'The only one' });
    await expect.poll(async () => (await readPosts()).length, SOON).toBe(1);
    for (const { id } of [moved, cancelled, draft, silent, late, shown]) await quiet(id);
    expect(await readPosts()).toEqual([expect.stringContaining('The only one')]);
  });

  it('comes once whatever happens to it', async () => {
    await stage.nova.patch('/users/me', { dm_opt_in: true });
    const raid = await stage.scene.event({ start_at_utc: remindedIn(3), ...remindersOnly });
    await seated(raid, stage.nova);
    await mirrored(raid);
    const sending = { method: 'POST', path: '/channels/*/messages' };
    await discord.faults(
      { ...sending, drop: 'after', times: 2 },
      { ...sending, drop: 'before', times: 1 },
      { ...sending, status: 500, times: 1 },
    );
    await expect.poll(async () => (await readPosts()).length, SOON).toBe(1);
    await expect.poll(async () => (await direct(stage.nova)).length, SOON).toBe(1);
    await quiet(raid.id);
    expect(await readPosts()).toHaveLength(1);
    expect(await direct(stage.nova)).toHaveLength(1);
    await discord.control('DELETE', '/faults');
  });
});

describe('who opted in', () => {
  beforeEach(async () => {
    await stage.nova.patch('/users/me', { dm_opt_in: true });
  });

  it('hears of a free seat, of a new time or place, of a cancellation: each once', async () => {
    const { admin } = stage.scene;
    const raid = await stage.scene.event({ max_participants: 1 });
    await seated(raid, admin, stage.nova);
    await admin.delete(`/events/${raid.id}/signups/me`);
    await expect
      .poll(() => readDirect(stage.nova), SOON)
      .toEqual(['🎉 Une place s’est libérée : vous participez à **Night raid**, <t:F> (<t:R>)\n📍 Daymar']);
    await admin.patch(`/events/${raid.id}`, { location: 'Lorville' });
    await admin.patch(`/events/${raid.id}`, { location: 'Area 18', title: 'Day raid' });
    await expect
      .poll(() => readDirect(stage.nova).then((all) => all.slice(1)), SOON)
      .toEqual(['📅 **Day raid** a changé d’heure ou de lieu : <t:F> (<t:R>)\n📍 Area 18']);
    await admin.post(`/events/${raid.id}/cancel`, { reason: 'Too few.' });
    await expect
      .poll(() => readDirect(stage.nova).then((all) => all.slice(2)), SOON)
      .toEqual(['❌ **Day raid** est annulé. Prévu : <t:F> (<t:R>)\nRaison : Too few.']);
    await quiet(raid.id);
    expect(await direct(stage.nova)).toHaveLength(3);
    expect(await direct(admin)).toEqual([]);
  });

  it('switches one kind off below a message, and all of it on the page of /my reminders', async () => {
    const { admin } = stage.scene;
    const raid = await stage.scene.event();
    await seated(raid, stage.nova);
    const announce = () => admin.post(`/events/${raid.id}/announcements`, { message: 'Bring water.' });
    await announce();
    await expect.poll(async () => (await direct(stage.nova)).length, SOON).toBe(1);
    const [message] = await direct(stage.nova);
    const nova = onDiscord(stage.nova);
    const kinds = async () => (await stage.nova.get<{ dm_kinds: string[] }>('/users/me')).body.dm_kinds;

    const off = await nova.press(message as DiscordMessage, 'Plus d’annonces');
    expect(readingOf(off)).toContain('⬜ Annonces');
    expect(await kinds()).toEqual(['reminder', 'promotion', 'change', 'cancellation']);
    await announce();

    const page = await nova.command('my reminders');
    expect(readingOf(page)).toContain('✅ Rappels');
    const without = await nova.press(page, '✅ Rappels');
    expect(readingOf(without)).toContain('⬜ Rappels');
    expect(readingOf(await nova.press(without, '⬜ Annonces'))).toContain('✅ Annonces');
    expect(await kinds()).toEqual(['promotion', 'change', 'cancellation', 'announcement']);
    expect(readingOf(await nova.press(page, 'Ne plus rien recevoir'))).toContain('aucun');
    expect((await stage.nova.get('/users/me')).body).toMatchObject({ dm_opt_in: false });
    await stage.nova.patch('/users/me', { dm_opt_in: true, dm_kinds: ['cancellation'] });
    expect(await kinds()).toEqual(['cancellation']);
    await admin.post(`/events/${raid.id}/cancel`);
    await expect.poll(async () => (await direct(stage.nova)).length, SOON).toBe(2);
    await quiet(raid.id);
    expect((await readDirect(stage.nova)).map((text) => text.split(' ')[0])).toEqual(['📣', '❌']);
  });

  it('and takes no direct messages is told in the channel, with the others, once', async () => {
    const { admin } = stage.scene;
    await admin.patch('/users/me', { dm_opt_in: true });
    const raid = await stage.scene.event();
    await seated(raid, stage.nova, admin);
    for (const { discord_id } of [stage.nova, admin])
      await discord.control('PATCH', `/users/${discord_id}`, { dms_open: false });
    await admin.post(`/events/${raid.id}/cancel`);
    await expect.poll(async () => (await posted()).length, SOON).toBe(1);
    const [fallback] = await posted();
    expect(fallback?.content).toContain('❌ **Night raid** est annulé');
    expect(fallback?.content).toContain('vos messages privés me sont fermés');
    const mentioned = (fallback as unknown as { mentions: { id: string }[] }).mentions.map(({ id }) => id);
    expect(mentioned.sort()).toEqual([stage.nova.discord_id, admin.discord_id].sort());
    await quiet(raid.id);
    expect(await posted()).toHaveLength(1);
    const failed = await root.get<object[]>(`/discord/jobs?event_id=${raid.id}&status=failed`);
    expect(failed.body).toEqual([]);
  });

  it('finds it in what is held about them, and not any more once they erased their account', async () => {
    const raid = await stage.scene.event();
    await seated(raid, stage.nova);
    await stage.scene.admin.post(`/events/${raid.id}/cancel`);
    await expect.poll(async () => (await direct(stage.nova)).length, SOON).toBe(1);
    await quiet(raid.id);
    const { body } = await stage.nova.get<{ event_notices: { told: object[] } }>('/users/me/export');
    expect(body.event_notices.told).toMatchObject([{ event_id: raid.id, way: 'direct', state: 'sent' }]);
    expect((await stage.nova.delete('/users/me')).status).toBe(204);
  });
});

describe('an organizer', () => {
  it('writes to those who take part: once in the channel with their mentions, and directly, five times a day', async () => {
    const { admin } = stage.scene;
    await stage.nova.patch('/users/me', { dm_opt_in: true });
    const raid = await stage.scene.event({ max_participants: 1 });
    await seated(raid, stage.nova, admin);
    const path = `/events/${raid.id}/announcements`;
    const message = 'We meet at the **hangar**.';
    const made = await admin.post<object>(path, { message });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ event_id: raid.id, message, audience: 'all', created_by: admin.id });
    await expect.poll(async () => (await posted()).length, SOON).toBe(1);
    const [post] = await posted();
    expect(post).toMatchObject({ embeds: [{ description: message }], mention_everyone: false });
    for (const { discord_id } of [stage.nova, admin]) expect(post?.content).toContain(`<@${discord_id}>`);
    await expect
      .poll(() => readDirect(stage.nova), SOON)
      .toEqual([`📣 Message des organisateurs de **Night raid**, <t:F> (<t:R>)\n${message}`]);

    expect((await admin.post(path, { message: '@everyone', audience: 'waitlist' })).status).toBe(201);
    await expect.poll(async () => (await posted()).length, SOON).toBe(2);
    expect((await posted()).find(({ id }) => id !== post?.id)?.content).toContain(`<@${admin.discord_id}>`);
    expect(await direct(stage.nova)).toHaveLength(1);
    const three = await Promise.all(
      [1, 2, 3, 4].map((number) => admin.post(path, { message: `Number ${number}` })),
    );
    expect(three.map(({ status }) => status).sort()).toEqual([201, 201, 201, 409]);
    expect((await stage.nova.post(path, { message })).status).toBe(403);
    const { body } = await admin.get<{ items: { action: string }[] }>(`/events/${raid.id}/timeline`);
    expect(body.items.filter(({ action }) => action === 'event.announced')).toHaveLength(5);
    await admin.post(`/events/${raid.id}/cancel`);
    expect((await admin.post(path, { message })).body).toMatchObject({ code: 'event_closed' });
  });

  it('sets reminders and writes in the panel, and a server’s reminders in /setup', async () => {
    const { scene, guild } = stage;
    const raid = await scene.event();
    await mirrored(raid);
    const [message] = (await mirrorsOf(discord, guild, raid.id)).messages;
    const organizer = onDiscord(scene.admin);
    const offsets = async (path: string) =>
      (await scene.admin.get<{ reminder_offsets_minutes: unknown }>(path)).body.reminder_offsets_minutes;

    const panel = await organizer.press(message as DiscordMessage, 'Gérer');
    const page = await organizer.press(panel, 'Rappels');
    expect(readingOf(page)).toContain('Les rappels suivent les réglages de chaque serveur.');
    const chosen = await organizer.press(page, 'Choisir les rappels', ['2880', '15']);
    expect(readingOf(chosen)).toContain('Rappels avant le début : 2 jours, 15 minutes.');
    expect(await offsets(`/events/${raid.id}`)).toEqual([2880, 15]);
    const asServer = await organizer.press(chosen, 'Comme le serveur');
    expect(await offsets(`/events/${raid.id}`)).toBeNull();

    const back = await organizer.press(asServer, 'Retour à l’événement');
    const form = await organizer.press(back, 'Annoncer…');
    expect(form.type).toBe(FORM);
    const said = await organizer.submit(form, { message: 'À ce soir !' });
    expect(readingOf(said)).toContain('Votre message part');
    await expect.poll(async () => (await posted())[0]?.embeds[0]?.description, SOON).toBe('À ce soir !');
    const seated = await organizer.press(said, 'Annoncer…');
    await organizer.submit(seated, { message: 'Pour les inscrits.', audience: ['seated'] });
    const log = await scene.admin.get<{ items: { action: string; values: { audience?: string } }[] }>(
      `/events/${raid.id}/timeline`,
    );
    const announced = log.body.items.filter(({ action }) => action === 'event.announced');
    expect(announced.map(({ values }) => values.audience)).toEqual(['seated', 'all']);

    const setup = await organizer.command('setup');
    expect(readingOf(setup)).toContain('Rappels avant le début : 3 jours, 1 jour, 1 heure.');
    expect(readingOf(await organizer.press(setup, 'Choisir les rappels', []))).toContain('Aucun rappel.');
    const { body } = await scene.admin.get(`/discord/guilds/${guild.id}`);
    expect(body).toMatchObject({ reminder_enabled: false });
    await organizer.press(setup, 'Choisir les rappels', ['60']);
    expect(await offsets(`/discord/guilds/${guild.id}`)).toEqual([60]);
  });
});
