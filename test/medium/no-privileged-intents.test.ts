import { GatewayIntentBits as Intents } from 'discord.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { startDiscord, type Acknowledged, type TestDiscord } from '../support/discord.js';
import { eventually } from '../support/eventually.js';
import { aScene, mirrorsOf, type EventBody } from '../support/scene.js';

// An application to which Discord grants no privileged intent: everything but what plainly needs one works.

let discord: TestDiscord;
let app: TestApp;

beforeAll(async () => {
  const privileged = Intents.GuildMembers | Intents.MessageContent | Intents.GuildPresences;
  discord = await startDiscord({ allowedIntents: ~privileged });
  app = await startApp({
    run: 'api,bot,worker',
    env: { ...discord.env, DISCORD_MEMBERS_INTENT: 'false', DISCORD_MESSAGE_CONTENT_INTENT: 'false' },
  });
});
afterAll(async () => {
  await app.close();
  await discord.close();
});

it('mirrors, signs up by clicks and interest, answers commands, repairs, and adopts', async () => {
  const scene = await aScene(app);
  const owner = scene.admin.discord_id;
  const guild = await discord.guild([{ username: 'ada' }], { ownerId: owner });
  await scene.register(guild);
  const { id } = await scene.event();
  const shown = () =>
    eventually(async () => {
      const { events, messages } = await mirrorsOf(discord, guild, id);
      if (events[0] === undefined || messages[0] === undefined) throw new Error('not there yet');
      return { event: events[0], message: messages[0] };
    });
  const { event, message } = await shown();
  const [ada = ''] = guild.memberIds;
  const clicked = await discord.click(message, ada, "S'inscrire");
  expect(clicked.data?.content).toMatch(/^✅/);
  await discord.control('PUT', `/scheduled-events/${event.id}/users/${owner}`);
  const confirmed = async () => (await scene.admin.get<EventBody>(`/events/${id}`)).body.confirmed_count;
  await expect.poll(confirmed).toBe(2);

  const command = { guild_id: guild.id, channel_id: guild.channelId, user_id: ada, name: 'my events' };
  const answer = await discord.control<Acknowledged>('POST', '/interactions/command', command);
  expect(JSON.stringify(answer)).toContain('Night raid');

  await fetch(`${discord.env['DISCORD_API_URL'] ?? ''}/v10/guilds/${guild.id}/scheduled-events/${event.id}`, {
    method: 'PATCH',
    headers: {
      authorization: `Bot ${discord.env['DISCORD_BOT_TOKEN'] ?? ''}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ name: 'Renamed by hand' }),
  });
  await expect.poll(async () => (await shown()).event.name, { timeout: 20_000 }).toBe('Night raid');

  await discord.control('POST', `/guilds/${guild.id}/scheduled-events`, {
    user_id: owner,
    name: 'Made on Discord',
    scheduled_start_time: new Date(Date.now() + 3_600_000).toISOString(),
    scheduled_end_time: new Date(Date.now() + 7_200_000).toISOString(),
    entity_type: 3,
    entity_metadata: { location: 'Yela' },
    privacy_level: 2,
  });
  const questions = () => discord.control<object[]>('GET', `/users/${owner}/dms`);
  await expect.poll(async () => (await questions()).length).toBe(1);
}, 60_000);
