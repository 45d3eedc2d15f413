import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import {
  startDiscord,
  type Acknowledged,
  type DiscordMessage,
  type TestDiscord,
  type TestGuild,
} from '../support/discord.js';
import { eventually } from '../support/eventually.js';
import { aScene, type EventBody } from '../support/scene.js';

let discord: TestDiscord;
let app: TestApp;

beforeAll(async () => {
  discord = await startDiscord();
  app = await startApp({ run: 'api,bot,worker', env: discord.env });
});
afterAll(async () => {
  await app.close();
  await discord.close();
});

const made = (guild: TestGuild, userId: string, fields: object = {}) => {
  const start = Date.now() + 3_600_000;
  return discord.control<{ id: string }>('POST', `/guilds/${guild.id}/scheduled-events`, {
    user_id: userId,
    name: 'Made on Discord',
    description: 'Bring a ship with a laser.',
    scheduled_start_time: new Date(start).toISOString(),
    scheduled_end_time: new Date(start + 7_200_000).toISOString(),
    entity_type: 3,
    entity_metadata: { location: 'Yela' },
    privacy_level: 2,
    ...fields,
  });
};

describe('a scheduled event that staff made on Discord', () => {
  it('becomes an event once, with a signup message, and is never deleted', async () => {
    const scene = await aScene(app);
    const guild = await discord.guild([], { ownerId: scene.admin.discord_id });
    await scene.register(guild);
    const { id } = await made(guild, scene.admin.discord_id);
    await eventually(async () => {
      const dms = await discord.control<DiscordMessage[]>('GET', `/users/${scene.admin.discord_id}/dms`);
      expect(dms.map(({ content }) => content)).toEqual([expect.stringContaining('/event adopt')]);
    });

    const body = { guild_id: guild.id, discord_event_id: id };
    const adopt = () => scene.admin.post<EventBody>('/discord/events/adopt', body);
    const [first, second] = await Promise.all([adopt(), adopt()]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.id).toBe(first.body.id);
    expect(first.body).toMatchObject({ title: 'Made on Discord', state: 'published', location: 'Yela' });
    await eventually(async () => {
      const { scheduled_events, channels } = await discord.read(guild.id);
      expect(scheduled_events.map((event) => event.id)).toEqual([id]);
      expect(channels.flatMap(({ messages }) => messages)).toHaveLength(1);
    });

    await scene.admin.patch(`/events/${first.body.id}`, { title: 'Edited on VerseLink' });
    await eventually(async () => {
      expect((await discord.read(guild.id)).scheduled_events).toMatchObject([
        { name: 'Edited on VerseLink' },
      ]);
    });
    await scene.admin.delete(`/discord/events/events/delete/${first.body.id}`);
    await eventually(async () => {
      const { scheduled_events, channels } = await discord.read(guild.id);
      expect(channels.flatMap(({ messages }) => messages)).toHaveLength(0);
      expect(scheduled_events).toHaveLength(1);
    });
  });

  it('is adopted by a command, too, and by staff alone', async () => {
    const scene = await aScene(app);
    const stranger = await app.user({ handle: 'Stranger' });
    const guild = await discord.guild([{ id: stranger.discord_id, username: 'stranger' }], {
      ownerId: scene.admin.discord_id,
    });
    await scene.register(guild);
    const { id } = await made(guild, scene.admin.discord_id, { name: 'Raid', description: null });
    const command = (userId: string) =>
      discord.control<Acknowledged>('POST', '/interactions/command', {
        guild_id: guild.id,
        channel_id: guild.channelId,
        user_id: userId,
        name: 'event adopt',
        options: { event: id },
        wait_ms: 3_000,
      });
    await command(stranger.discord_id);
    expect((await scene.admin.get<{ items: object[] }>(`/events?org_id=${scene.orgId}`)).body.items).toEqual(
      [],
    );
    await command(scene.admin.discord_id);
    await eventually(async () => {
      const { body } = await scene.admin.get<{ items: object[] }>(`/events?org_id=${scene.orgId}`);
      expect(body.items).toMatchObject([{ title: 'Raid · Discord' }]);
    });
  });
});
