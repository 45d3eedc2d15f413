import type { Connection } from 'mongoose';
import { getConnectionToken } from '@nestjs/mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InteractionsService } from '../../src/features/bot-events/interactions.service.js';
import { startApp, type TestApp, type TestUser } from '../support/app.js';
import { startDiscord, type TestDiscord, type TestGuild } from '../support/discord.js';
import { aScene } from '../support/scene.js';

// The figures that site admins read, of a server with one event.

let discord: TestDiscord;
let app: TestApp;
let admin: TestUser;
let guild: TestGuild;

beforeAll(async () => {
  discord = await startDiscord();
  app = await startApp({ run: 'api,bot,worker', env: discord.env });
  admin = await app.user({ site_admin: true });
  guild = await discord.guild([{ username: 'ada' }]);
  const scene = await aScene(app);
  await scene.register(guild);
  await scene.event();
}, 60_000);
afterAll(async () => {
  await app.close();
  await discord.close();
});

async function figures(path: string): Promise<Record<string, unknown>> {
  const { status, body } = await admin.get<Record<string, unknown>>(path);
  expect(status).toBe(200);
  return body;
}

const useCommand = () =>
  discord.control<{ failed: string | null }>('POST', '/interactions/command', {
    guild_id: guild.id,
    channel_id: guild.channelId,
    user_id: guild.memberIds[0],
    name: 'my events',
  });

describe('the figures', () => {
  it('say what VerseLink does on Discord', async () => {
    await expect
      .poll(() => figures('/discord/stats'), { timeout: 20_000 })
      .toMatchObject({
        pending_jobs: 0,
        interactive_messages_sent: 1,
        last_24h_activity: { jobs_completed: 1 },
      });
    expect(await figures('/discord/stats')).toEqual({
      total_guilds: 1,
      active_guilds: 1,
      total_webhooks_sent: 0,
      total_webhooks_received: 0,
      pending_jobs: 0,
      failed_jobs: 0,
      discord_events_created: 1,
      interactive_messages_sent: 1,
      last_24h_activity: {
        discord_events_created: 1,
        interactive_messages_sent: 1,
        interactions: expect.any(Number) as number,
        jobs_completed: expect.any(Number) as number,
        jobs_failed: 0,
      },
    });
  });

  it('count interactions by day, kind and hour, and how soon they were acknowledged', async () => {
    for (let time = 0; time < 3; time++) expect((await useCommand()).failed).toBeNull();
    const day = new Date().toISOString().slice(0, 10);
    await expect
      .poll(async () => (await figures('/discord/events/stats/events'))['recent_interactions'], {
        timeout: 15_000,
      })
      .toBe(3);
    expect(await figures('/discord/events/stats/events')).toEqual({
      total_discord_events: 1,
      active_discord_events: 1,
      completed_discord_events: 0,
      total_interactive_messages: 1,
      active_interactive_messages: 1,
      recent_discord_events: 1,
      recent_interactions: 3,
    });
    const [today] = (await admin.get<Record<string, unknown>[]>('/discord/stats/interactions?days=2')).body;
    expect(today).toMatchObject({ day, kind: 'command', count: 3 });
    expect((today?.['by_hour'] as number[]).reduce((sum, count) => sum + count)).toBe(3);
    expect(today?.['average_ack_ms']).toBeLessThanOrEqual(today?.['longest_ack_ms'] as number);
    const kept = await app.verselink.app
      .get<Connection>(getConnectionToken(), { strict: false })
      .collection('interaction_counts')
      .findOne({ kind: 'command' });
    expect(JSON.stringify(kept)).not.toContain(guild.memberIds[0]);
  }, 40_000);

  it('lose no count when the process stops', async () => {
    const other = await startApp({ run: 'bot', databases: app.databases });
    other.verselink.app.get(InteractionsService, { strict: false }).count('component', 5);
    await other.stop();
    const { body } = await admin.get<{ kind: string; count: number }[]>('/discord/stats/interactions');
    expect(body.find(({ kind }) => kind === 'component')).toMatchObject({ count: 1, longest_ack_ms: 5 });
  });

  it('are for site admins', async () => {
    const user = await app.user();
    for (const path of ['/discord/stats', '/discord/events/stats/events', '/discord/stats/interactions']) {
      expect((await user.get(path)).status).toBe(403);
      expect((await app.anyone.get(path)).status).toBe(401);
    }
    expect((await admin.get('/discord/stats/interactions?days=0')).status).toBe(422);
  });
});
