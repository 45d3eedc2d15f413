import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { componentsOf, startDiscord, type TestDiscord } from '../support/discord.js';
import { eventually } from '../support/eventually.js';
import { aScene, mirrorsOf, type EventBody } from '../support/scene.js';

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

describe('the mirror', () => {
  it('shows a published event in every registered server, once, and follows edits and the cancellation', async () => {
    const scene = await aScene(app);
    const guilds = [await discord.guild(), await discord.guild()];
    for (const guild of guilds) await scene.register(guild);
    const event = await scene.event({ max_participants: 5 });

    for (const guild of guilds) {
      const { events, messages } = await eventually(async () => {
        const shown = await mirrorsOf(discord, guild, event.id);
        expect(shown.messages).toHaveLength(1);
        return shown;
      });
      expect(events).toMatchObject([
        { name: 'Night raid', status: 1, entity_metadata: { location: 'Daymar' } },
      ]);
      expect(messages[0]?.embeds[0]?.title).toBe('Night raid');
      expect(messages.flatMap(componentsOf).map(({ label }) => label)).toEqual([
        "S'inscrire",
        'Se désinscrire',
        'Voir les inscrits',
        'Modifier',
        'Gérer',
      ]);
    }

    const edited = await scene.admin.patch(`/events/${event.id}`, { title: 'Dawn raid', location: 'Yela' });
    expect(edited.status).toBe(200);
    for (const guild of guilds) {
      await eventually(async () => {
        const { events, messages } = await mirrorsOf(discord, guild, event.id);
        expect(events).toMatchObject([{ name: 'Dawn raid', entity_metadata: { location: 'Yela' } }]);
        expect(messages.map(({ embeds }) => embeds[0]?.title)).toEqual(['Dawn raid']);
      });
    }

    expect((await scene.admin.post(`/events/${event.id}/cancel`)).status).toBe(200);
    for (const guild of guilds) {
      await eventually(async () => {
        const { events, messages } = await mirrorsOf(discord, guild, event.id);
        expect(events.map(({ status }) => status)).toEqual([4]);
        expect(messages).toHaveLength(1);
        const open = messages.flatMap(componentsOf).filter(({ disabled }) => disabled !== true);
        expect(open.map(({ label }) => label)).toEqual(['Voir les inscrits']);
      });
    }
  });

  it('goes through start and completion', async () => {
    const scene = await aScene(app);
    const guild = await discord.guild();
    await scene.register(guild);
    const event = await scene.event();
    const statusBecomes = (status: number) =>
      eventually(async () => {
        expect((await mirrorsOf(discord, guild, event.id)).events.map((shown) => shown.status)).toEqual([
          status,
        ]);
      });
    await statusBecomes(1);
    await scene.admin.post(`/events/${event.id}/start`);
    await statusBecomes(2);
    await scene.admin.post(`/events/${event.id}/complete`);
    await statusBecomes(3);
  });

  it('does not show a draft until it is published', async () => {
    const scene = await aScene(app);
    const guild = await discord.guild();
    await scene.register(guild);
    const draft = await scene.event({ state: 'draft' });
    const marker = await scene.event({ title: 'Shown after the draft' });
    await eventually(async () => {
      expect((await mirrorsOf(discord, guild, marker.id)).messages).toHaveLength(1);
    });
    expect((await mirrorsOf(discord, guild, draft.id)).events).toHaveLength(0);
    await scene.admin.post(`/events/${draft.id}/publish`);
    await eventually(async () => {
      expect((await mirrorsOf(discord, guild, draft.id)).events).toHaveLength(1);
    });
  });

  it('shows what is to come in a server registered later, and takes all away when it is removed', async () => {
    const scene = await aScene(app);
    const event = await scene.event();
    const guild = await discord.guild();
    await scene.register(guild);
    await eventually(async () => {
      expect((await mirrorsOf(discord, guild, event.id)).messages).toHaveLength(1);
    });
    await scene.admin.delete(`/discord/guilds/${guild.id}`);
    await eventually(async () => {
      const { events, messages } = await mirrorsOf(discord, guild, event.id);
      expect(messages).toHaveLength(0);
      expect(events.filter(({ status }) => status === 1)).toHaveLength(0);
    });
  });

  it('tells its mirrors and jobs to those who may know', async () => {
    const scene = await aScene(app);
    const guild = await discord.guild();
    await scene.register(guild);
    const event = await scene.event();
    const mirror = await eventually(async () => {
      const { body } = await scene.admin.get<{ sync_state: string }[]>(
        `/discord/events/events/${event.id}/discord`,
      );
      expect(body).toMatchObject([
        { sync_state: 'synced', guild_id: guild.id, verselink_event_id: event.id },
      ]);
      return body[0];
    });
    const discordUrl = 'https://discord.com';
    expect(mirror).toMatchObject({
      ...{ status: 'scheduled', name: 'Night raid', last_error: null, guild_name: 'Test server' },
      event_url: expect.stringMatching(`^${discordUrl}/events/${guild.id}/\\d+$`) as string,
      message_url: expect.stringMatching(
        `^${discordUrl}/channels/${guild.id}/${guild.channelId}/\\d+$`,
      ) as string,
    });
    const siteAdmin = await app.user({ site_admin: true });
    const jobs = await siteAdmin.get<object[]>(`/discord/jobs?event_id=${event.id}&status=completed`);
    expect(jobs.body).toMatchObject([
      { job_type: 'create_discord_event', guild_id: guild.id, error_message: null },
    ]);
    expect((await scene.admin.get('/discord/jobs')).status).toBe(403);
  });

  it('leaves a server alone whose mirroring is switched off, and catches up when it is switched on', async () => {
    const scene = await aScene(app);
    const guild = await discord.guild();
    await scene.register(guild);
    const event = await scene.event();
    const titled = (title: string) =>
      eventually(async () => {
        const { events, messages } = await mirrorsOf(discord, guild, event.id);
        expect(events.map(({ name }) => name)).toEqual([title]);
        expect(messages.map(({ embeds }) => embeds[0]?.title)).toEqual([title]);
      });
    await titled('Night raid');
    expect((await scene.admin.patch(`/discord/guilds/${guild.id}`, { sync_enabled: false })).status).toBe(
      200,
    );
    await scene.admin.patch(`/events/${event.id}`, { title: 'Changed meanwhile' });
    await titled('Night raid');
    await scene.admin.patch(`/discord/guilds/${guild.id}`, { sync_enabled: true });
    await titled('Changed meanwhile');
  });

  it('deletes on request and creates again on request', async () => {
    const scene = await aScene(app);
    const guild = await discord.guild();
    await scene.register(guild);
    const event = await scene.event();
    const shows = (count: number) =>
      eventually(async () => {
        const { events, messages } = await mirrorsOf(discord, guild, event.id);
        expect([events.length, messages.length]).toEqual([count, count]);
      });
    await shows(1);
    const deleted = await scene.admin.delete(`/discord/events/events/delete/${event.id}`);
    expect(deleted).toMatchObject({ status: 202, body: { guild_ids: [guild.id], jobs_queued: 1 } });
    await shows(0);
    // An edit does not bring back what staff took away.
    await scene.admin.patch(`/events/${event.id}`, { title: 'Another title' });
    const created = await scene.admin.post(`/discord/events/events/create/${event.id}`, {});
    expect(created).toMatchObject({ status: 202, body: { event_id: event.id, jobs_queued: 1 } });
    await shows(1);
  });

  it('posts the signup message into another channel on request', async () => {
    const scene = await aScene(app);
    const guild = await discord.guild();
    const other = await discord.guild();
    await scene.register(guild);
    const event = await scene.event();
    await eventually(async () => {
      expect((await mirrorsOf(discord, guild, event.id)).messages).toHaveLength(1);
    });
    const again = await scene.admin.post<{ discord_message_id: string }>(
      `/discord/events/events/${event.id}/signup-message`,
      { guild_id: guild.id, channel_id: guild.channelId },
    );
    expect(again.status).toBe(200);
    const { messages } = await mirrorsOf(discord, guild, event.id);
    expect(messages.map(({ id }) => id)).toEqual([again.body.discord_message_id]);
    const foreign = await scene.admin.post(`/discord/events/events/${event.id}/signup-message`, {
      guild_id: other.id,
      channel_id: other.channelId,
    });
    expect(foreign.status).toBe(422);
  });

  it('leaves a scheduled event alone that a person deleted on Discord, until `create` asks for it', async () => {
    const scene = await aScene(app);
    const guild = await discord.guild();
    await scene.register(guild);
    const event = await scene.event();
    const first = await eventually(async () => {
      const [shown] = (await mirrorsOf(discord, guild, event.id)).events;
      if (shown === undefined) throw new Error('not shown yet');
      return shown;
    });
    const deleted = await fetch(
      `${discord.env['DISCORD_API_URL']}/v10/guilds/${guild.id}/scheduled-events/${first.id}`,
      {
        method: 'DELETE',
        headers: { authorization: `Bot ${discord.env['DISCORD_BOT_TOKEN']}` },
      },
    );
    expect(deleted.status).toBe(204);
    await scene.admin.patch<EventBody>(`/events/${event.id}`, { title: 'Edited afterwards' });
    await eventually(async () => {
      const { body } = await scene.admin.get<object[]>(`/discord/events/events/${event.id}/discord`);
      expect(body).toMatchObject([{ sync_state: 'detached', discord_event_id: null }]);
    });
    const siteAdmin = await app.user({ site_admin: true });
    await eventually(async () => {
      const { body } = await siteAdmin.get<{ status: string }[]>(`/discord/jobs?event_id=${event.id}`);
      expect(body.every(({ status }) => status === 'completed')).toBe(true);
    });
    const { body: after } = await scene.admin.get<object[]>(`/discord/events/events/${event.id}/discord`);
    expect(after).toMatchObject([
      { sync_state: 'detached', last_error: expect.stringContaining('by hand') as string },
    ]);
    expect((await mirrorsOf(discord, guild, event.id)).events).toHaveLength(0);
    await scene.admin.post(`/discord/events/events/create/${event.id}`);
    await eventually(async () => {
      expect((await mirrorsOf(discord, guild, event.id)).events).toMatchObject([
        { name: 'Edited afterwards' },
      ]);
    });
  });
});
