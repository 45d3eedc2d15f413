import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EventClock } from '../../src/features/events/event-clock.js';
import { EventWriter } from '../../src/features/events/event-writer.js';
import { databaseOf } from '../../src/infra/migrations/migrations.js';
import { signupDeadlines } from '../../src/infra/migrations/signup-deadlines.migration.js';
import { startApp, type TestApp } from '../support/app.js';
import type { ProblemBody } from '../support/client.js';
import {
  startDiscord,
  type Acknowledged,
  type DiscordMessage,
  type TestDiscord,
  type TestGuild,
} from '../support/discord.js';
import { DiscordPerson, readingOf } from '../support/discord-person.js';
import { aScene, mirrorsOf, type EventBody, type Scene } from '../support/scene.js';

/** Answers beside a seat, the lock and the deadline, and ways to a seat that take time: from the organizer's switch to the members' message. */
let discord: TestDiscord;
let app: TestApp;
let scene: Scene;
let guild: TestGuild;
let nova: string;
let orion: string;

beforeAll(async () => {
  discord = await startDiscord();
  app = await startApp({ run: 'api,bot,worker', env: discord.env });
  scene = await aScene(app);
  guild = await discord.guild([
    { username: 'nova', locale: 'fr' },
    { username: 'orion', locale: 'fr' },
  ]);
  [nova = '', orion = ''] = guild.memberIds;
  await scene.register(guild);
});
afterAll(async () => {
  await app.close();
  await discord.close();
});

/** An event's ships, as REST shows them. */
interface FleetBody {
  readonly fleet_ships: readonly { readonly id: string; readonly ship_model: string }[];
}

const textOf = ({ data, follow_ups }: Acknowledged): string =>
  [data?.content, ...follow_ups.map(({ content }) => content)].join(' ');

const personOf = (id: string): DiscordPerson =>
  new DiscordPerson(discord, id, { guild_id: guild.id, channel_id: guild.channelId });

const shownOf = async ({ id }: EventBody): Promise<string> =>
  JSON.stringify((await mirrorsOf(discord, guild, id)).messages);

async function messageOf({ id }: EventBody): Promise<DiscordMessage> {
  await expect.poll(async () => (await mirrorsOf(discord, guild, id)).messages.length).toBe(1);
  const [message] = (await mirrorsOf(discord, guild, id)).messages;
  if (message === undefined) throw new Error('no message');
  return message;
}

async function standings({ id }: EventBody): Promise<object[]> {
  const { body } = await scene.admin.get<{ items: { handle: string; status: string }[] }>(
    `/events/${id}/signups`,
  );
  return body.items.map(({ handle, status }) => [handle, status]);
}

it('lets members answer by buttons what the organizer offers, and seats those who come late', async () => {
  const event = await scene.event({ answers: ['tentative', 'late'], max_participants: 1 });
  const message = await messageOf(event);
  expect(textOf(await discord.click(message, nova, '🤔 Peut-être'))).toContain('votre réponse');
  expect(textOf(await discord.click(message, nova, "S'inscrire"))).toContain('confirmée');
  expect(textOf(await discord.click(message, orion, '🕒 En retard'))).toContain("liste d'attente");
  expect(await standings(event)).toEqual([
    ['nova', 'confirmed'],
    ['orion', 'waitlist'],
  ]);

  expect(textOf(await discord.click(message, nova, '🤔 Peut-être'))).toContain('Peut-être');
  expect(await standings(event)).toEqual([
    ['orion', 'late'],
    ['nova', 'tentative'],
  ]);
  await expect.poll(() => shownOf(event)).toContain(`<@${orion}> 🕒`);
  await expect.poll(() => shownOf(event)).toContain('🤔 Peut-être (1)');
  const counts = { confirmed_count: 1, late_count: 1, tentative_count: 1, absent_count: 0 };
  expect((await scene.admin.get(`/events/${event.id}`)).body).toMatchObject(counts);
  expect(textOf(await discord.click(message, nova, 'Voir les inscrits'))).toContain('Peut-être');
});

it('takes answers over REST, of members and of staff, and refuses those that are not offered', async () => {
  const event = await scene.event({ answers: ['absent'] });
  const [member, other] = [await app.user({ handle: 'Ada' }), await app.user({ handle: 'Ben' })];
  const path = `/events/${event.id}/signups`;
  expect(await member.post(path, { status: 'absent' })).toMatchObject({
    status: 201,
    body: { status: 'absent' },
  });
  expect(await member.patch(`${path}/me`, { status: 'confirmed' })).toMatchObject({
    status: 200,
    body: { status: 'confirmed' },
  });
  expect(await member.patch(`${path}/me`, { status: 'late' })).toMatchObject({
    status: 409,
    body: { code: 'answer_not_offered' },
  });
  expect((await member.post(path, { status: 'perhaps' })).status).toBe(422);
  expect(await scene.admin.post(path, { user_id: other.id, status: 'absent' })).toMatchObject({
    status: 201,
  });
  expect(await scene.admin.patch(`${path}/${member.id}`, { status: 'absent' })).toMatchObject({
    status: 200,
  });
  expect(await standings(event)).toEqual([
    ['Ben', 'absent'],
    ['Ada', 'absent'],
  ]);
});

it('keeps answers as they are while they are locked, and takes none for a seat after the deadline', async () => {
  const event = await scene.event({ signup_closes_at: new Date(Date.now() + 3_600_000).toISOString() });
  const member = await app.user({ handle: 'Cleo' });
  const path = `/events/${event.id}/signups`;
  const message = await messageOf(event);
  expect(JSON.stringify(message)).toContain("jusqu'au <t:");
  expect((await member.post(path)).status).toBe(201);

  await scene.admin.patch(`/events/${event.id}`, { locked: true });
  expect(await member.delete<ProblemBody>(`${path}/me`)).toMatchObject({
    status: 409,
    body: { code: 'signups_locked' },
  });
  await expect.poll(() => shownOf(event)).toContain("fermées par l'organisateur");

  const over = { locked: false, signup_closes_at: new Date(Date.now() - 1_000).toISOString() };
  expect((await scene.admin.patch(`/events/${event.id}`, over)).status).toBe(200);
  await expect.poll(() => shownOf(event)).not.toContain("fermées par l'organisateur");
  await expect.poll(() => shownOf(event)).toContain('⌛ Inscriptions closes');
  const other = await app.user({ handle: 'Hal' });
  expect(await other.post<ProblemBody>(path)).toMatchObject({ body: { code: 'signups_closed' } });
  expect((await member.delete(`${path}/me`)).status).toBe(200);
  expect((await scene.admin.post(path, { user_id: member.id })).status).toBe(201);

  await scene.admin.patch(`/events/${event.id}`, { signup_closes_at: null });
  await expect.poll(() => shownOf(event)).not.toContain('Inscriptions closes');

  const late = { signup_closes_at: new Date(Date.now() + 10 * 86_400_000).toISOString() };
  expect((await scene.admin.patch(`/events/${event.id}`, late)).status).toBe(422);
});

it('lets staff approve or decline each signup, over REST and in the panel', async () => {
  const event = await scene.event({ approval_required: true, max_participants: 1 });
  const message = await messageOf(event);
  expect(textOf(await discord.click(message, nova, "S'inscrire"))).toContain('attend la validation');
  expect(textOf(await discord.click(message, nova, "S'inscrire"))).toContain('attend la validation');
  expect(textOf(await discord.click(message, orion, "S'inscrire"))).toContain('attend la validation');
  expect(await standings(event)).toEqual([
    ['nova', 'pending'],
    ['orion', 'pending'],
  ]);
  await expect.poll(() => shownOf(event)).toContain('En attente de validation : 2');
  expect(textOf(await discord.click(message, nova, 'Voir les inscrits'))).toContain(
    'Vous : en attente de validation',
  );
  const counts = { confirmed_count: 0, waitlist_count: 0, pending_count: 2 };
  expect((await scene.admin.get(`/events/${event.id}`)).body).toMatchObject(counts);

  const path = `/events/${event.id}/signups`;
  const { body } = await scene.admin.get<{ items: { user_id: string }[] }>(path);
  const [first, second] = body.items.map(({ user_id }) => `${path}/${user_id}`) as [string, string];
  const stranger = await app.user();
  expect((await stranger.patch(first, { approved: true })).status).toBe(403);
  expect((await scene.admin.patch(first, { approved: true, status: 'confirmed' })).status).toBe(422);
  expect(await scene.admin.patch(second, { approved: true })).toMatchObject({
    status: 200,
    body: { status: 'confirmed' },
  });
  expect(await scene.admin.patch(first, { approved: true })).toMatchObject({
    body: { status: 'waitlist', position_in_waitlist: 1 },
  });
  expect(await scene.admin.patch<ProblemBody>(first, { approved: false })).toMatchObject({
    status: 409,
    body: { code: 'not_pending' },
  });
});

it('seats members in the first of their roles that is free, and lets them wait for all of them', async () => {
  const event = await scene.event({
    roles: ['Tank', 'Medic'].map((name) => ({ name, capacity: 1 })),
  });
  const [tank = '', medic = ''] = event.roles.map(({ id }) => id);
  const message = await messageOf(event);
  const path = `/events/${event.id}/signups`;
  const [ada, ben] = [await app.user({ handle: 'Dora' }), await app.user({ handle: 'Emil' })];
  expect(await ada.post(path, { role_ids: [tank, medic] })).toMatchObject({ body: { role_id: tank } });
  expect(textOf(await discord.choose(message, nova, 'Tank', 'Medic'))).toContain('Medic');
  expect(await ben.post(path, { role_ids: [medic, tank] })).toMatchObject({
    body: { status: 'waitlist', role_id: medic, role_ids: [medic, tank] },
  });
  expect((await ben.patch(`${path}/me`, { role_id: tank, role_ids: [medic, tank] })).status).toBe(422);
  expect((await ada.delete(`${path}/me`)).status).toBe(200);
  expect(await standings(event)).toEqual([
    ['nova', 'confirmed'],
    ['Emil', 'confirmed'],
  ]);
  const { body } = await ben.get<EventBody>(`/events/${event.id}`);
  expect(body).toMatchObject({
    roles: [
      { confirmed_count: 1, waitlist_count: 0 },
      { confirmed_count: 1, waitlist_count: 0 },
    ],
  });
});

it('holds a freed seat for the first who waits, until they take it or the time runs out', async () => {
  const event = await scene.event({ max_participants: 1, offer_minutes: 30 });
  const path = `/events/${event.id}/signups`;
  const message = await messageOf(event);
  const ada = await app.user({ handle: 'Fay' });
  await ada.post(path);
  for (const who of [nova, orion]) await discord.click(message, who, "S'inscrire");
  await ada.delete(`${path}/me`);
  expect(await standings(event)).toEqual([
    ['nova', 'offered'],
    ['orion', 'waitlist'],
  ]);
  await expect.poll(() => shownOf(event)).toContain(`<@${nova}> 📨`);
  expect(await ada.post(path)).toMatchObject({ body: { status: 'waitlist' } });

  // The half hour passes.
  const past = new Date(Date.now() - 1_000);
  await app.verselink.app
    .get<Connection>(getConnectionToken())
    .collection<{ _id: string }>('events')
    .updateOne({ _id: event.id }, { $set: { due_at: past, 'roster.1.offer_expires_at': past } });
  app.verselink.app.get(EventWriter, { strict: false }).forget(event.id);
  await app.verselink.app.get(EventClock, { strict: false }).execute();
  expect(await standings(event)).toEqual([
    ['orion', 'offered'],
    ['Fay', 'waitlist'],
  ]);
  // Told directly, without having asked for such messages.
  const letters = async () => discord.control<DiscordMessage[]>('GET', `/users/${orion}/dms`);
  await expect.poll(async () => JSON.stringify(await letters()), { timeout: 20_000 }).toContain('Accepter');
  const [letter] = (await letters()).filter(({ content }) => content.includes('Une place vous est proposée'));
  if (letter === undefined) throw new Error('no offer');
  const told = async () => JSON.stringify(await discord.control('GET', `/users/${nova}/dms`));
  await expect.poll(told).toContain('n’est plus gardée');
  expect(textOf(await discord.click(letter, orion, 'Accepter'))).toContain('confirmée');
  expect(await standings(event)).toEqual([
    ['orion', 'confirmed'],
    ['Fay', 'waitlist'],
  ]);
});

it('crews ships: members board by the menu and bring their own, and the message says who is missing', async () => {
  const event = await scene.event({
    fleet_ships: [
      { ship_model: 'Hull C', required_crew: 2 },
      { ship_model: 'Gladius', required_crew: 1 },
    ],
  });
  const { body: read } = await scene.admin.get<FleetBody>(`/events/${event.id}`);
  const [hull = '', gladius = ''] = read.fleet_ships.map(({ id }) => id);
  const message = await messageOf(event);
  expect(JSON.stringify(message.embeds)).toContain('**Hull C** (0/2) · 🔎 un capitaine · 🔎 1 équipier');
  // Boarding signs up.
  expect(textOf(await discord.choose(message, nova, 'Hull C · capitaine'))).toContain(
    '**Hull C**, capitaine',
  );
  expect(await standings(event)).toEqual([['nova', 'confirmed']]);
  expect(textOf(await discord.choose(message, orion, 'Hull C · capitaine'))).toContain('est prise');
  await expect.poll(() => shownOf(event)).toContain(`**Hull C** (1/2) · 🧑‍✈️ <@${nova}> · 🔎 1 équipier`);

  const path = `/events/${event.id}/signups`;
  const ada = await app.user({ handle: 'Gil' });
  await ada.post(path, { ship_model: 'Cutlass Black' });
  const boarded = await ada.patch(`${path}/me`, { ship_id: hull });
  expect(boarded).toMatchObject({ status: 200, body: { ship_id: hull, ship_post: 'crew' } });
  expect((await ada.patch(`${path}/me`, { ship_id: hull, notes: 'x' })).status).toBe(422);
  expect((await ada.patch(`${path}/me`, { ship_post: 'crew' })).status).toBe(422);
  const [{ user_id: novaId } = { user_id: '' }] = (
    await scene.admin.get<{ items: { user_id: string }[] }>(path)
  ).body.items;
  expect(await scene.admin.patch(`${path}/${novaId}`, { ship_id: gladius })).toMatchObject({
    body: { ship_id: gladius, ship_post: 'captain' },
  });
  const less = { fleet_ships: read.fleet_ships.slice(1) };
  expect(await scene.admin.patch<ProblemBody>(`/events/${event.id}`, less)).toMatchObject({
    status: 409,
    body: { code: 'ship_in_use' },
  });
  expect((await scene.admin.patch(`/events/${event.id}`, { fleet_ships: read.fleet_ships })).status).toBe(
    200,
  );
  await expect.poll(() => shownOf(event)).toContain('Cutlass Black · apporté par Gil');
  expect((await ada.delete(`${path}/me`)).body).toMatchObject({ ship_id: null, ship_post: null });
  await expect.poll(() => shownOf(event)).not.toContain('apporté par Gil');
  expect(textOf(await discord.choose(message, nova, 'Débarquer'))).toContain('plus à bord');

  const person = personOf(nova);
  const form = await person.press(message, 'Embarquer sur un vaisseau', ['own']);
  expect(readingOf(await person.submit(form, { ship: 'Carrack' }))).toContain('Carrack');
  await expect.poll(() => shownOf(event)).toContain('Carrack · apporté par');
});

it('lets members board a ship of a large fleet that is not in the menu of the message', async () => {
  const models = Array.from({ length: 70 }, (_, n) => ({ ship_model: `Hauler ${n + 1}`, required_crew: 2 }));
  const event = await scene.event({ fleet_ships: models });
  const message = await messageOf(event);
  const person = personOf(nova);
  const page = await person.press(message, 'Embarquer sur un vaisseau', ['more']);
  expect(readingOf(page)).toContain('Vaisseaux 12 à 23');
  const next = await person.press(page, 'Suivante');
  const { body } = await scene.admin.get<FleetBody>(`/events/${event.id}`);
  const last = body.fleet_ships.at(-1)?.id ?? '';
  expect(readingOf(await person.press(next, 'Vaisseaux 60 à 70', [`${last}/captain`]))).toContain(
    'Hauler 70',
  );
  const { items } = (await scene.admin.get<{ items: object[] }>(`/events/${event.id}/signups`)).body;
  expect(items).toMatchObject([{ handle: 'nova', ship_id: last, ship_post: 'captain' }]);
});

it('closes by the clock, in title, buttons and menu, and still lets members leave', async () => {
  const roles = [{ name: 'Pilote', capacity: 2 }];
  const event = await scene.event({ roles, answers: ['absent'] });
  const open = await messageOf(event);
  expect(textOf(await discord.choose(open, nova, 'Pilote'))).toContain('confirmée');
  const { body: before } = await scene.admin.get<EventBody>(`/events/${event.id}`);
  const soon = new Date(Date.now() + 1_500).toISOString();
  const moved = await scene.admin.patch<EventBody>(`/events/${event.id}`, { signup_closes_at: soon });
  await expect.poll(() => shownOf(event), { timeout: 30_000 }).toContain('⌛ Inscriptions closes');

  const closed = await messageOf(event);
  await expect(discord.click(closed, orion, "S'inscrire")).rejects.toThrow();
  await expect(discord.choose(closed, orion, 'Pilote')).rejects.toThrow();
  expect(textOf(await discord.click(closed, orion, '🚫 Absent'))).toContain('votre réponse');
  expect(textOf(await discord.click(closed, nova, 'Se désinscrire'))).toContain('désinscrit');
  // It is no change of the organizer's: calendars and editors see none.
  const { body: after } = await scene.admin.get<EventBody>(`/events/${event.id}`);
  expect([before.revision + 1, after.revision]).toEqual([moved.body.revision, moved.body.revision]);
});

it('wakes events, too, whose deadline was kept before it woke them', async () => {
  const end = new Date(Date.now() + 3_600_000);
  const [closing, other] = [await scene.event({ signup_closes_at: end.toISOString() }), await scene.event()];
  const connection = app.verselink.app.get<Connection>(getConnectionToken());
  const events = connection.collection<{ _id: string; due_at: Date; start_at_utc: Date }>('events');
  await events.updateOne({ _id: closing.id }, [{ $set: { due_at: '$start_at_utc' } }]);
  const before = (await events.findOne({ _id: other.id }))?.due_at;
  await signupDeadlines.up(databaseOf(connection), new AbortController().signal);
  const dueOf = async ({ id }: EventBody) => (await events.findOne({ _id: id }))?.due_at;
  expect([await dueOf(closing), await dueOf(other)]).toEqual([end, before]);
});
