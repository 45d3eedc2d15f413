import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextDiscordId } from '../support/app.js';
import { BotsStage } from '../support/bots-stage.js';
import { openDatabases } from '../support/databases.js';
import type { Acknowledged, TestGuild } from '../support/discord.js';
import { eventually } from '../support/eventually.js';

let stage: BotsStage;
beforeAll(async () => {
  stage = await BotsStage.start();
}, 60_000);
afterAll(() => stage.close());

describe('two connections of one shard, while one process follows another', () => {
  let guild: TestGuild;

  beforeAll(async () => {
    // Of each other's leases they know nothing: each has a Redis of its own.
    const other = await openDatabases();
    await stage.startBot();
    await stage.startBot({ REDIS_URL: other.redisUrl });
    guild = await stage.aGuild(40);
    await eventually(async () => {
      expect(await stage.roles()).toEqual(['connected', 'connected']);
    });
  }, 60_000);
  afterAll(() => stage.stopBots());

  it('tell every member the truth, once', async () => {
    const { id, message } = await stage.anEvent(guild);
    const signedUp = await stage.clickAll(message, guild.memberIds, "S'inscrire");
    expect((await stage.contentsOf(signedUp)).filter((content) => !content.startsWith('✅'))).toEqual([]);
    const left = await stage.clickAll(message, guild.memberIds, 'Se désinscrire');
    expect(new Set(await stage.contentsOf(left)).size).toBe(1);
    expect(left.every(({ failed }) => failed === null)).toBe(true);
    const { body } = await stage.scene.admin.get<Record<string, number>>(`/events/${id}`);
    expect(body).toMatchObject({ confirmed_count: 0, waitlist_count: 0 });
  });

  it('carry a command out once', async () => {
    const title = `Only one of these ${randomUUID()}`;
    await guild.admit(stage.scene.admin.discord_id);
    const before = (await stage.callbacks()).length;
    const answer = await stage.discord.control<Acknowledged>('POST', '/interactions/command', {
      guild_id: guild.id,
      channel_id: guild.channelId,
      user_id: stage.scene.admin.discord_id,
      name: 'event',
      options: [
        {
          name: 'create',
          type: 1,
          options: [
            { name: 'title', type: 3, value: title },
            { name: 'when', type: 3, value: 'demain 20h' },
          ],
        },
      ],
    });
    expect(answer.failed).toBeNull();
    expect(JSON.stringify(answer)).toContain(title);
    const { body } = await stage.scene.admin.get<{ items: { title: string }[] }>(
      `/events?org_id=${stage.scene.orgId}&limit=100`,
    );
    expect(body.items.filter((event) => event.title === title)).toHaveLength(1);
    expect((await stage.callbacks()).length - before).toBe(1);
  });

  it('report what happens once', async () => {
    const members = Array.from({ length: 10 }, nextDiscordId);
    for (const member of members) await guild.admit(member, []);
    expect(await stage.reportsOfAll(members, 'member_joined')).toEqual(members.map(() => 1));
    for (const member of members) await guild.admit(member, [guild.pilotRoleId]);
    expect(await stage.reportsOfAll(members, 'role_updated')).toEqual(members.map(() => 1));
    for (const member of members) {
      await stage.discord.control('DELETE', `/guilds/${guild.id}/members/${member}`);
    }
    expect(await stage.reportsOfAll(members, 'member_left')).toEqual(members.map(() => 1));
  }, 60_000);
});
