import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServerFaultsService } from '../../src/features/guilds/server-faults.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { startDiscord, type DiscordMessage, type TestDiscord, type TestGuild } from '../support/discord.js';
import { eventually } from '../support/eventually.js';
import { aScene, mirrorsOf, type EventBody, type Scene } from '../support/scene.js';

// What Discord refuses on a server until a person there mends it: told once, not asked for again, and done when it is mended.

const SEND_MESSAGES = String(1 << 11);

let discord: TestDiscord;
let app: TestApp;

beforeAll(async () => {
  discord = await startDiscord();
  app = await startApp({ run: 'api,bot,worker', env: { ...discord.env } });
});
afterAll(async () => {
  await app.close();
  await discord.close();
});

async function aServer(): Promise<{ scene: Scene; guild: TestGuild }> {
  const scene = await aScene(app);
  const guild = await discord.guild();
  await scene.register(guild);
  return { scene, guild };
}

const stateOf = async (scene: Scene, { id }: EventBody) =>
  (await scene.admin.get<{ sync_state: string }[]>(`/discord/events/events/${id}/discord`)).body.map(
    ({ sync_state }) => sync_state,
  );
const becomes = (scene: Scene, event: EventBody, state: string) =>
  eventually(async () => {
    expect(await stateOf(scene, event)).toEqual([state]);
  }, 30_000);
const told = async (scene: Scene): Promise<string[]> => {
  const path = `/users/${scene.admin.discord_id}/dms`;
  return (await discord.control<DiscordMessage[]>('GET', path)).map(({ content }) => content);
};
const toldOf = (scene: Scene, ...parts: readonly string[]) =>
  eventually(async () => {
    const texts = await told(scene);
    expect(texts).toHaveLength(parts.length);
    for (const [index, part] of parts.entries()) expect(texts[index]).toContain(part);
  });

const refusedPosts = async ({ channelId }: TestGuild): Promise<number> =>
  (await discord.requests()).filter(
    ({ method, path, status }) => method === 'POST' && path.includes(channelId) && status === 403,
  ).length;

describe('a permission that the bot loses', () => {
  it('is told once, is not tried again and again, and what waited is done when it is back', async () => {
    const { scene, guild } = await aServer();
    const overwrite = `/channels/${guild.channelId}/permissions/${guild.id}`;
    await discord.asBot('PUT', overwrite, { type: 0, allow: '0', deny: SEND_MESSAGES });
    const events: EventBody[] = [];
    for (let n = 0; n < 5; n++) events.push(await scene.event({ title: `Raid number ${n}` }));
    for (const event of events) await becomes(scene, event, 'failed');
    const asked = await refusedPosts(guild);
    for (let n = 0; n < 3; n++) events.push(await scene.event({ title: `Another raid ${n}` }));
    for (const event of events) await becomes(scene, event, 'failed');
    await scene.admin.patch(`/events/${events[0]?.id ?? ''}`, { title: 'Edited meanwhile' });
    await toldOf(scene, 'Send Messages');

    const shown = await scene.admin.get<object>(`/discord/guilds/${guild.id}`);
    expect(shown.body).toMatchObject({
      missing_permissions: [
        { feature: 'signup_messages', channel_id: guild.channelId, permissions: ['Send Messages'] },
      ],
      open_faults: [{ capability: 'signup_messages', kind: 'permission', channel_id: guild.channelId }],
      invite_url: expect.stringContaining('permissions=') as string,
    });
    expect(await refusedPosts(guild)).toBe(asked);

    await discord.asBot('DELETE', overwrite);
    for (const event of events) await becomes(scene, event, 'synced');
    for (const event of events) expect((await mirrorsOf(discord, guild, event.id)).messages).toHaveLength(1);
    await toldOf(scene, 'Send Messages', '✅');
    expect((await scene.admin.get(`/discord/guilds/${guild.id}`)).body).toMatchObject({
      missing_permissions: [],
      open_faults: [],
    });
  }, 90_000);
});

describe('a refusal for no reason that the bot sees', () => {
  it('is told and tried again at the next look, and told once more when it is taken', async () => {
    const { scene, guild } = await aServer();
    const path = `/channels/${guild.channelId}/messages`;
    await discord.faults({ method: 'POST', path, status: 403, code: 50013, times: 1 });
    const refused = await scene.event();
    await becomes(scene, refused, 'failed');

    const faults = app.verselink.app.get(ServerFaultsService, { strict: false });
    await faults.recheck({ guild_id: guild.id });
    await faults.recheck({ guild_id: guild.id });
    await becomes(scene, refused, 'synced');
    await toldOf(scene, '⚠️', '✅');
  });
});

describe('a server that is full', () => {
  it('is told, and shows the event when there is room', async () => {
    const { scene, guild } = await aServer();
    const made: string[] = [];
    const start = Date.now() + 3_600_000;
    for (let n = 0; n < 100; n++) {
      const { id } = await discord.control<{ id: string }>('POST', `/guilds/${guild.id}/scheduled-events`, {
        user_id: guild.ownerId,
        name: `Made by a person ${n}`,
        scheduled_start_time: new Date(start).toISOString(),
        scheduled_end_time: new Date(start + 3_600_000).toISOString(),
        entity_type: 3,
        entity_metadata: { location: 'Somewhere' },
        privacy_level: 2,
      });
      made.push(id);
    }
    const event = await scene.event();
    await becomes(scene, event, 'failed');
    await toldOf(scene, 'limite');
    expect((await mirrorsOf(discord, guild, event.id)).messages).toHaveLength(1);
    await discord.asBot('DELETE', `/guilds/${guild.id}/scheduled-events/${made[0] ?? ''}`);
    await becomes(scene, event, 'synced');
    await toldOf(scene, 'limite', '✅');
  }, 90_000);
});

describe('a channel', () => {
  it('that is gone is told, and another one gets what waits and what was there', async () => {
    const { scene, guild } = await aServer();
    const before = await scene.event();
    await becomes(scene, before, 'synced');
    await discord.asBot('POST', `/guilds/${guild.id}/channels`, { name: 'new', type: 0 });
    const channel = (await discord.read(guild.id)).channels.find(({ name }) => name === 'new');
    await scene.admin.patch(`/discord/guilds/${guild.id}`, { event_channel_id: channel?.id });
    await eventually(async () => {
      const { channels } = await discord.read(guild.id);
      const counts = channels.map(({ id, messages }) => [id, messages.length]);
      expect(counts).toEqual(
        expect.arrayContaining([
          [guild.channelId, 0],
          [channel?.id, 1],
        ]),
      );
    });
    await discord.asBot('DELETE', `/channels/${channel?.id ?? ''}`);
    await becomes(scene, before, 'detached');
    const event = await scene.event({ title: 'Waits for a channel' });
    await becomes(scene, event, 'failed');
    await eventually(async () => {
      expect((await told(scene)).filter((text) => text.includes('salon'))).toHaveLength(1);
    });
    await scene.admin.patch(`/discord/guilds/${guild.id}`, { event_channel_id: guild.channelId });
    await becomes(scene, event, 'synced');
    expect((await mirrorsOf(discord, guild, event.id)).messages).toHaveLength(1);
  }, 60_000);

  it('that cannot hold the message is refused at once', async () => {
    const { scene, guild } = await aServer();
    const event = await scene.event();
    await becomes(scene, event, 'synced');
    const post = (channelId: string) =>
      scene.admin.post(`/discord/events/events/${event.id}/signup-message`, {
        guild_id: guild.id,
        channel_id: channelId,
      });
    expect((await post('100000000000000000')).status).toBe(422);
    await discord.asBot('POST', `/guilds/${guild.id}/channels`, {
      name: 'closed',
      type: 0,
      permission_overwrites: [{ id: guild.id, type: 0, allow: '0', deny: SEND_MESSAGES }],
    });
    const closed = (await discord.read(guild.id)).channels.find(({ name }) => name === 'closed');
    expect(await post(closed?.id ?? '')).toMatchObject({
      status: 409,
      body: { code: 'signup_message_refused' },
    });
  });
});

describe('a date', () => {
  it('that is too far ahead for Discord waits, and the message is there', async () => {
    const { scene, guild } = await aServer();
    const event = await scene.event({ start_at_utc: '2042-01-07T19:00:00.000Z' });
    await eventually(async () => {
      const { body } = await scene.admin.get(`/discord/events/events/${event.id}/discord`);
      const tooFar = expect.stringContaining('five years') as string;
      expect(body).toMatchObject([{ sync_state: 'pending', discord_event_id: null, last_error: tooFar }]);
    });
    expect((await mirrorsOf(discord, guild, event.id)).messages).toHaveLength(1);
    await scene.admin.patch(`/events/${event.id}`, {
      start_at_utc: new Date(Date.now() + 86_400_000).toISOString(),
    });
    await becomes(scene, event, 'synced');
    expect((await mirrorsOf(discord, guild, event.id)).events).toHaveLength(1);
  });
});

describe('a server', () => {
  it('that is removed and registered again at once shows each event once', async () => {
    const { scene, guild } = await aServer();
    const event = await scene.event();
    await becomes(scene, event, 'synced');
    for (let n = 0; n < 3; n++) {
      expect((await scene.admin.delete(`/discord/guilds/${guild.id}`)).status).toBe(204);
      await scene.register(guild);
    }
    await becomes(scene, event, 'synced');
    const { events, messages } = await mirrorsOf(discord, guild, event.id);
    expect([events.length, messages.length]).toEqual([1, 1]);
  }, 60_000);

  it('that changes its language changes its messages', async () => {
    const { scene, guild } = await aServer();
    const event = await scene.event();
    await becomes(scene, event, 'synced');
    await scene.admin.patch(`/discord/guilds/${guild.id}`, { locale: 'en' });
    await eventually(async () => {
      const { messages } = await mirrorsOf(discord, guild, event.id);
      expect(JSON.stringify(messages[0]?.components)).toContain('Sign up');
    });
  });

  it('where somebody deletes the scheduled event has its organizer told', async () => {
    const { scene, guild } = await aServer();
    const event = await scene.event();
    await becomes(scene, event, 'synced');
    const [shown] = (await mirrorsOf(discord, guild, event.id)).events;
    await discord.asBot('DELETE', `/guilds/${guild.id}/scheduled-events/${shown?.id ?? ''}`);
    await becomes(scene, event, 'detached');
    await toldOf(scene, 'Night raid');
  });
});

describe('auto-manage', () => {
  it.each([
    ['cancelled', 4],
    ['completed', 3],
  ] as const)('ends the event as %s, here and on Discord', async (action, status) => {
    const { scene, guild } = await aServer();
    const event = await scene.event();
    await becomes(scene, event, 'synced');
    const managed = await scene.admin.post(`/discord/events/auto-manage/${event.id}?action=${action}`);
    expect(managed).toMatchObject({ status: 202, body: { action, guild_ids: [guild.id], jobs_queued: 1 } });
    await eventually(async () => {
      expect((await scene.admin.get(`/events/${event.id}`)).body).toMatchObject({ state: action });
      expect((await mirrorsOf(discord, guild, event.id)).events).toMatchObject([{ status }]);
    });
    const again = await scene.admin.post(`/discord/events/auto-manage/${event.id}?action=${action}`);
    expect(again.status).toBe(202);
  });
});
