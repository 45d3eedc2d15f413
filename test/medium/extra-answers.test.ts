import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import type { ProblemBody } from '../support/client.js';
import {
  startDiscord,
  type Acknowledged,
  type DiscordMessage,
  type TestDiscord,
  type TestGuild,
} from '../support/discord.js';
import { aScene, mirrorsOf, type EventBody, type Scene } from '../support/scene.js';

/** "Late", "maybe" and "absent", the lock and the deadline, from the organizer's switch to the members' message. */
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

const textOf = ({ data, follow_ups }: Acknowledged): string =>
  [data?.content, ...follow_ups.map(({ content }) => content)].join(' ');

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
  expect(textOf(await discord.click(await messageOf(event), nova, "S'inscrire"))).toContain('closes');
  expect((await member.delete(`${path}/me`)).status).toBe(200);
  expect((await scene.admin.post(path, { user_id: member.id })).status).toBe(201);

  const late = { signup_closes_at: new Date(Date.now() + 10 * 86_400_000).toISOString() };
  expect((await scene.admin.patch(`/events/${event.id}`, late)).status).toBe(422);
});
