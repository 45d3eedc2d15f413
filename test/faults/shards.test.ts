import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { nextDiscordId } from '../support/app.js';
import { BotsStage, healthOf, roleOf, stop } from '../support/bots-stage.js';
import type { Acknowledged } from '../support/discord.js';
import { openProxy } from '../support/tcp-proxy.js';

// Several processes with `bot` at once: who is connected, and that everything happens once.

let stage: BotsStage;
beforeAll(async () => {
  stage = await BotsStage.start();
}, 60_000);
afterAll(() => stage.close());

describe('one shard, three processes', () => {
  afterAll(() => stage.stopBots());

  it('is connected in one, and the others say that they stand by', async () => {
    await stage.haveBots(3);
    expect(await stage.roles()).toEqual(['connected', 'standby', 'standby']);
  });

  it('answers 40 clicks 40 times', async () => {
    const guild = await stage.aGuild(40);
    const { id, message } = await stage.anEvent(guild);
    const before = (await stage.callbacks()).length;
    const answers = await stage.clickAll(message, guild.memberIds, "S'inscrire");
    expect((await stage.contentsOf(answers)).filter((content) => content.startsWith('✅'))).toHaveLength(40);
    const statuses = (await stage.callbacks()).slice(before);
    expect(statuses).toHaveLength(40);
    expect(statuses.every((status) => status < 300)).toBe(true);
    const { body } = await stage.scene.admin.get<{ confirmed_count: number }>(`/events/${id}`);
    expect(body.confirmed_count).toBe(40);
  });

  it('hands over at once when the process stops in order', async () => {
    await stage.haveBots(3);
    await stop(await stage.takeHolder());
    await expect.poll(() => stage.roles(), { timeout: 8_000 }).toEqual(['connected', 'standby']);
  });

  it('goes over to a spare within 15 s of a kill, and no click counts twice', async () => {
    await stage.haveBots(2);
    const guild = await stage.aGuild(60);
    const { id, message } = await stage.anEvent(guild);
    const before = (await stage.callbacks()).length;
    const holder = await stage.takeHolder();
    const clicks: Promise<Acknowledged>[] = [];
    for (const member of guild.memberIds) {
      clicks.push(stage.discord.click(message, member, "S'inscrire"));
      if (clicks.length === 20) await stop(holder, 'SIGKILL');
    }
    await expect.poll(() => stage.roles(), { timeout: 15_000 }).toEqual(['connected']);
    const answers = await Promise.all(clicks);
    const answered = answers.filter(({ failed }) => failed === null);
    expect((await stage.callbacks()).length - before).toBe(answered.length);
    const again = await stage.clickAll(message, guild.memberIds, "S'inscrire");
    expect(again.map(({ failed }) => failed)).toEqual(again.map(() => null));
    const { body } = await stage.scene.admin.get<{ confirmed_count: number }>(`/events/${id}`);
    expect(body.confirmed_count).toBe(60);
  }, 60_000);

  it('does nothing any more when a process wakes up that slept through its lease', async () => {
    await stage.haveBots(1);
    const guild = await stage.aGuild(20);
    const { message } = await stage.anEvent(guild);
    const sleeper = await stage.takeHolder();
    sleeper.program.child.kill('SIGSTOP');
    const spare = await stage.startBot();
    await expect.poll(() => roleOf(spare), { timeout: 20_000 }).toBe('connected');
    const before = (await stage.callbacks()).length;
    // Discord tells both; the one that sleeps reads it when it wakes up.
    const answers = await stage.clickAll(message, guild.memberIds, "S'inscrire");
    sleeper.program.child.kill('SIGCONT');
    stage.bots.push(sleeper);
    await expect.poll(() => stage.roles(), { timeout: 15_000 }).toEqual(['connected', 'standby']);
    expect((await stage.contentsOf(answers)).filter((content) => content.startsWith('✅'))).toHaveLength(20);
    expect((await stage.callbacks()).length - before).toBe(20);
  }, 60_000);
});

describe('while Redis is away', () => {
  afterAll(() => stage.stopBots());

  it('who is connected goes on, a spare says that it could not take over, and both go on afterwards', async () => {
    const url = new URL(stage.backend.databases.redisUrl);
    const proxy = await openProxy(() => ({ host: url.hostname, port: Number(url.port) }));
    const behind = { REDIS_URL: `redis://127.0.0.1:${String(proxy.port)}${url.pathname}` };
    await stage.startBot(behind);
    await stage.startBot(behind);
    await expect.poll(() => stage.roles(), { timeout: 15_000 }).toEqual(['connected', 'standby']);
    const guild = await stage.aGuild(5);
    const { message } = await stage.anEvent(guild);
    proxy.cut();
    const redis = new Redis(stage.backend.databases.redisUrl);
    // The lease has run out, and nobody could renew it.
    await expect.poll(() => redis.exists('gateway:shard:0'), { timeout: 20_000 }).toBe(0);
    redis.disconnect();
    expect(await Promise.all(stage.bots.map(healthOf))).toEqual(
      expect.arrayContaining(['healthy', 'unhealthy']),
    );
    const before = (await stage.callbacks()).length;
    const answers = await stage.clickAll(message, guild.memberIds, "S'inscrire");
    expect((await stage.contentsOf(answers)).filter((content) => content.startsWith('✅'))).toHaveLength(5);
    expect((await stage.callbacks()).length - before).toBe(5);
    await proxy.restore();
    await expect.poll(() => stage.roles(), { timeout: 20_000 }).toEqual(['connected', 'standby']);
    const again = await stage.clickAll(message, guild.memberIds, 'Se désinscrire');
    expect(again.map(({ failed }) => failed)).toEqual(again.map(() => null));
    // They give their leases back, which the tests that follow would wait for.
    await stage.stopBots();
    proxy.cut();
  }, 90_000);
});

describe('two shards', () => {
  afterEach(() => stage.stopBots());

  // Discord counts servers by the time in their ids, which the last 22 bits are not.
  const idOnShard = (shard: bigint) =>
    String(((BigInt(nextDiscordId()) << 23n) % 2n ** 62n) + (shard << 22n));

  it.each([1, 2])(
    'are held by %i processes, and each server is answered once',
    async (processes) => {
      const SHARDS = { DISCORD_SHARDS: '2' };
      for (let n = 0; n < processes; n++) await stage.startBot(SHARDS);
      const guilds = [await stage.aGuild(10, idOnShard(0n)), await stage.aGuild(10, idOnShard(1n))];
      await expect.poll(() => stage.roles(), { timeout: 15_000 }).toEqual(stage.bots.map(() => 'connected'));
      for (const guild of guilds) {
        const { message } = await stage.anEvent(guild);
        const before = (await stage.callbacks()).length;
        const answers = await stage.clickAll(message, guild.memberIds, "S'inscrire");
        expect(answers.map(({ failed }) => failed)).toEqual(answers.map(() => null));
        expect((await stage.callbacks()).length - before).toBe(10);
        const newcomer = nextDiscordId();
        await guild.admit(newcomer, []);
        expect(await stage.reportsOfAll([newcomer], 'member_joined')).toEqual([1]);
      }
      await stage.stopBots();
    },
    90_000,
  );
});
