import { afterAll, beforeAll, expect, it } from 'vitest';
import { formatCustomId } from '../../src/features/scheduled-events/rules/custom-id.js';
import { startApp, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
import { openDatabases } from '../support/databases.js';
import { startDiscord, type TestDiscord, type TestGuild } from '../support/discord.js';
import { eventually } from '../support/eventually.js';
import { aScene, mirrorsOf } from '../support/scene.js';

const EVENTS = '/guilds/*/scheduled-events';
const MESSAGES = '/channels/*/messages';

let discord: TestDiscord;
let databases: Awaited<ReturnType<typeof openDatabases>>;

beforeAll(async () => {
  discord = await startDiscord();
  databases = await openDatabases();
});
afterAll(async () => {
  await discord.close();
  await databases.drop();
});

const start = (publicUrl: string): Promise<TestApp> =>
  startApp({ run: 'api,worker', databases, env: { ...discord.env, PUBLIC_URL: publicUrl } });

/** The owner of a server makes a scheduled event with this text. */
async function madeByAPerson(guild: TestGuild, description: string | null): Promise<string> {
  const startsAt = Date.now() + 3_600_000;
  const { id } = await discord.control<{ id: string }>('POST', `/guilds/${guild.id}/scheduled-events`, {
    user_id: guild.ownerId,
    name: 'Made by a person',
    description,
    scheduled_start_time: new Date(startsAt).toISOString(),
    scheduled_end_time: new Date(startsAt + 3_600_000).toISOString(),
    entity_type: 3,
    entity_metadata: { location: 'Somewhere' },
    privacy_level: 2,
  });
  return id;
}

/** Somebody's webhook posts a message with the buttons of ours. */
async function postedByAWebhook(guild: TestGuild, eventId: string): Promise<string> {
  const rest = async (path: string, body: object) => {
    const headers = {
      authorization: `Bot ${discord.env['DISCORD_BOT_TOKEN'] ?? ''}`,
      'content-type': 'application/json',
    };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    const answer = await fetch(`${discord.env['DISCORD_API_URL'] ?? ''}/v10${path}`, init);
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as { id: string; token: string };
  };
  const customId = formatCustomId({ action: 'signup', event_id: eventId, part: 0 });
  const button = { type: 2, style: 1, label: 'Copied', custom_id: customId };
  const { id, token } = await rest(`/channels/${guild.channelId}/webhooks`, { name: 'Copier' });
  const message = { content: 'Copied', components: [{ type: 1, components: [button] }] };
  return (await rest(`/webhooks/${id}/${token}?wait=true`, message)).id;
}

const untilSynced = (client: Client, eventId: string) =>
  eventually(async () => {
    const { body } = await client.get<object[]>(`/discord/events/events/${eventId}/discord`);
    expect(body).toMatchObject([{ sync_state: 'synced' }]);
  }, 30_000);

it.each([
  ['is found again', 'https://old.example'],
  ['is found again after PUBLIC_URL changed', 'https://new.example'],
])(
  'a lost creation %s, and what others made with our text stays as it is',
  async (_what, publicUrl) => {
    const before = await start('https://old.example');
    const scene = await aScene(before);
    const guild = await discord.guild();
    await scene.register(guild);
    // Discord does the work and the answer is lost; the worker is gone before it can look.
    await discord.faults(
      { method: 'POST', path: EVENTS, drop: 'after' },
      { method: 'GET', path: EVENTS, status: 500, times: 99 },
    );
    const event = await scene.event();
    const scheduled = await eventually(async () => {
      const [first] = (await mirrorsOf(discord, guild, event.id)).events;
      if (first === undefined) throw new Error('not shown yet');
      return first;
    });
    await before.stop();
    const copies = [
      await madeByAPerson(guild, scheduled.description),
      await madeByAPerson(guild, scheduled.description),
    ];
    await discord.control('DELETE', '/faults');

    const after = await start(publicUrl);
    const admin = new Client(after.url, scene.admin.token);
    expect((await admin.patch(`/events/${event.id}`, { title: 'Found again' })).status).toBe(200);
    await eventually(async () => {
      const { events } = await mirrorsOf(discord, guild, event.id);
      const names = Object.fromEntries(events.map(({ id, name }) => [id, name]));
      expect(names).toEqual({
        [scheduled.id]: 'Found again',
        ...Object.fromEntries(copies.map((id) => [id, 'Made by a person'])),
      });
      expect(events.find(({ id }) => id === scheduled.id)?.description).toContain(publicUrl);
    }, 30_000);
    await untilSynced(admin, event.id);
    await after.close();
  },
  120_000,
);

it('a message that was never posted is not mistaken for one that others posted with our buttons', async () => {
  const app = await start('https://one.example');
  const scene = await aScene(app);
  const guild = await discord.guild();
  await scene.register(guild);
  await discord.faults(
    { method: 'POST', path: MESSAGES, drop: 'before' },
    { method: 'GET', path: MESSAGES, status: 500, times: 99 },
  );
  const event = await scene.event();
  await eventually(async () => {
    const requests = await discord.requests();
    const looked = requests.some(({ method, path }) => method === 'GET' && path.includes(guild.channelId));
    expect(looked, 'the post was lost, and the worker looks for its message').toBe(true);
  }, 30_000);
  const copied = await postedByAWebhook(guild, event.id);
  await discord.control('DELETE', '/faults');
  await scene.admin.patch(`/events/${event.id}`, { title: 'Posted after all' });
  await untilSynced(scene.admin, event.id);
  const { messages } = await mirrorsOf(discord, guild, event.id);
  expect(messages).toHaveLength(2);
  const theirs = messages.find(({ id }) => id === copied);
  const ours = messages.find(({ id }) => id !== copied);
  expect(theirs?.content).toBe('Copied');
  expect(ours?.embeds[0]?.title).toBe('Posted after all');
  await app.close();
}, 60_000);
