import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdoptedMirrorsRepository } from '../../src/features/scheduled-events/adopted-mirrors.repository.js';
import { AdoptionService } from '../../src/features/scheduled-events/adoption.service.js';
import { ReadBack } from '../../src/features/scheduled-events/read-back.js';
import type { FoundScheduledEvent } from '../../src/features/scheduled-events/rules/scheduled-event.js';
import { nextDiscordId, startApp, type TestApp } from '../support/app.js';
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
      expect(dms.map(({ content }) => content)).toEqual([expect.stringContaining('/événement adopter')]);
    });

    const fan = await app.user();
    await guild.admit(fan.discord_id, []);
    await discord.control('PUT', `/scheduled-events/${id}/users/${fan.discord_id}`);

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

    // Who was interested before is signed up.
    await eventually(async () => {
      const signups = `/events/${first.body.id}/signups`;
      const { items } = (await scene.admin.get<{ items: { user_id: string }[] }>(signups)).body;
      expect(items.map(({ user_id }) => user_id)).toContain(fan.id);
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

  it('becomes one event when two processes have looked and found that it is none', async () => {
    const adopted = app.verselink.app.get(AdoptedMirrorsRepository, { strict: false });
    const connection = app.verselink.app.get<Connection>(getConnectionToken(), { strict: false });
    const mirrors = connection.collection<{ _id: string }>('discord_events');
    const found = { id: nextDiscordId(), guild_id: nextDiscordId(), status: 1, user_count: 0 };
    const [one, other] = [uuidv7(), uuidv7()];
    await adopted.adopt(one, found as FoundScheduledEvent);
    // The ids of mirrors are ordered by their makers' clocks, and the second one's may be behind.
    const first = await mirrors.findOneAndDelete({ event_id: one });
    await mirrors.insertOne({ ...first, _id: 'ffffffff-ffff-7fff-bfff-ffffffffffff' });
    const kept = await adopted.adopt(other, found as FoundScheduledEvent);
    expect(kept.event_id).toBe(one);
    expect(await mirrors.countDocuments({ discord_event_id: found.id })).toBe(1);
    await mirrors.deleteOne({ event_id: one });
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
      expect(body.items).toMatchObject([{ title: 'Raid · Discord', state: 'published' }]);
    });
  });
});

describe('what the server’s settings say', () => {
  /** A server whose owner is an organizer; with these settings. */
  async function aServer(settings: object = {}) {
    const scene = await aScene(app);
    const guild = await discord.guild([], { ownerId: scene.admin.discord_id });
    await scene.register(guild);
    const changed = await scene.admin.patch(`/discord/guilds/${guild.id}`, settings);
    expect(changed).toMatchObject({ status: 200, body: settings });
    const owner = scene.admin.discord_id;
    const questions = () => discord.control<DiscordMessage[]>('GET', `/users/${owner}/dms`);
    const events = async () =>
      (
        await scene.admin.get<{ items: (EventBody & { title: string; start_at_utc: string })[] }>(
          `/events?org_id=${scene.orgId}`,
        )
      ).body.items;
    return { scene, guild, owner, questions, events };
  }

  it('asks by two buttons, and either answer counts whenever it comes', async () => {
    const { guild, owner, questions, events } = await aServer();
    await made(guild, owner, { name: 'To become one' });
    await made(guild, owner, { name: 'To be left' });
    await expect.poll(async () => (await questions()).length).toBe(2);
    const ofTitle = async (title: string) => {
      const found = (await questions()).find(({ content }) => content.includes(title));
      if (found === undefined) throw new Error('not asked');
      return found;
    };
    await discord.click(await ofTitle('To be left'), owner, 'Non, le laisser ainsi');
    await discord.click(await ofTitle('To become one'), owner, 'En faire un événement');
    await expect.poll(async () => (await events()).map(({ title }) => title)).toEqual(['To become one']);
    await expect.poll(async () => (await questions()).flatMap(({ components }) => components)).toEqual([]);
  });

  it('says that it is too late once the scheduled event has begun', async () => {
    const { guild, owner, questions, events } = await aServer();
    const { id } = await made(guild, owner);
    await expect.poll(async () => (await questions()).length).toBe(1);
    await discord.control('PATCH', `/scheduled-events/${id}`, { user_id: owner, status: 2 });
    const [question] = await questions();
    if (question === undefined) throw new Error('not asked');
    const answer = await discord.click(question, owner, 'En faire un événement');
    expect(JSON.stringify(answer)).toContain('Trop tard');
    expect(await events()).toEqual([]);
  });

  it('makes it an event without a question, or nothing at all', async () => {
    const always = await aServer({ adopt_events: 'always' });
    const never = await aServer({ adopt_events: 'never' });
    await made(never.guild, never.owner);
    await made(always.guild, always.owner);
    await expect.poll(async () => (await always.events()).length).toBe(1);
    expect(await always.questions()).toEqual([]);
    expect(await never.questions()).toEqual([]);
    expect(await never.events()).toEqual([]);
  });

  it('asks about one that was made while every bot was away, once', async () => {
    const deaf = await startApp({ run: 'api', env: discord.env });
    try {
      const scene = await aScene(deaf);
      const owner = scene.admin.discord_id;
      const guild = await discord.guild([], { ownerId: owner });
      await made(guild, owner, { name: 'Older than the registration' });
      await scene.register(guild);
      await made(guild, owner, { name: 'Made meanwhile' });
      const compare = () => deaf.verselink.app.get(ReadBack, { strict: false }).all();
      const asked = async () =>
        (await discord.requests()).filter(
          ({ method, path }) => method === 'POST' && path.endsWith('/messages'),
        ).length;
      await compare();
      const questions = await discord.control<DiscordMessage[]>('GET', `/users/${owner}/dms`);
      expect(questions.map(({ content }) => content)).toEqual([expect.stringContaining('Made meanwhile')]);
      const before = await asked();
      await compare();
      expect(await asked()).toBe(before);
    } finally {
      await deaf.close();
    }
  });

  it('catches up with an occurrence that the gateway told nothing of', async () => {
    const deaf = await startApp({ run: 'api', env: discord.env });
    try {
      const scene = await aScene(deaf);
      const owner = scene.admin.discord_id;
      const guild = await discord.guild([], { ownerId: owner });
      await scene.register(guild);
      const start = new Date(Date.now() + 3_600_000).toISOString();
      const rule = { start, frequency: 3, interval: 1 };
      const { id } = await made(guild, owner, { scheduled_start_time: start, recurrence_rule: rule });
      const body = { guild_id: guild.id, discord_event_id: id };
      expect((await scene.admin.post('/discord/events/adopt', body)).status).toBe(201);
      for (const status of [2, 3])
        await discord.control('PATCH', `/scheduled-events/${id}`, { user_id: owner, status });
      const catchUp = () => deaf.verselink.app.get(AdoptionService, { strict: false }).catchUp(guild.id, id);
      await catchUp();
      await catchUp();
      const { items } = (await scene.admin.get<{ items: object[] }>(`/events?org_id=${scene.orgId}`)).body;
      expect(items).toHaveLength(2);
    } finally {
      await deaf.close();
    }
  });

  it('follows a scheduled event that comes again and again, occurrence by occurrence', async () => {
    const { guild, owner, events } = await aServer({ adopt_events: 'always' });
    const start = new Date(Date.now() + 3_600_000).toISOString();
    const { id } = await made(guild, owner, {
      scheduled_start_time: start,
      recurrence_rule: { start, frequency: 3, interval: 1 },
    });
    await expect.poll(async () => (await events()).length).toBe(1);
    const posted = async () =>
      (await discord.read(guild.id)).channels.flatMap(({ messages }) => messages).length;
    await expect.poll(posted).toBe(1);
    for (const status of [2, 3])
      await discord.control('PATCH', `/scheduled-events/${id}`, { user_id: owner, status });
    await expect.poll(async () => (await events()).length, { timeout: 20_000 }).toBe(2);
    const starts = (await events()).map(({ start_at_utc }) => Date.parse(start_at_utc)).sort();
    expect((starts[1] ?? 0) - (starts[0] ?? 0)).toBe(86_400_000);
    const { scheduled_events } = await discord.read(guild.id);
    expect(scheduled_events.map((event) => event.id)).toEqual([id]);
    await expect.poll(posted).toBe(2);
  }, 60_000);
});
