import { GatewayIntentBits as I, GatewayOpcodes as Op } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSandbox, type GuildView, type Sandbox } from '../../src/index.js';
import { channelNamed, control, makeGuild, rest, userNamed } from '../support/http.js';
import { RawClient } from '../support/raw-client.js';

describe('what clients ask of the gateway', () => {
  let now: number;
  let sandbox: Sandbox;
  let guild: GuildView;

  beforeEach(async () => {
    now = Date.now();
    sandbox = await createSandbox({
      clock: () => now,
      rateLimits: { identifyWindowMs: 0 },
      openapi: null,
    });
    guild = await makeGuild(sandbox);
  });
  afterEach(async () => {
    await sandbox.close();
  });

  const ids = (chunk: Record<string, unknown>): string[] =>
    (chunk['members'] as { user: { id: string } }[]).map((m) => m.user.id).sort();

  it('the sounds of each server come, and of others nothing', async () => {
    const one = await makeGuild(sandbox, { bot_permissions: '8' });
    const path = `/guilds/${one.id}/soundboard-sounds`;
    const made = await rest(sandbox, 'POST', path, { name: 'gong', sound: 'data:audio/ogg;base64,T2dnUw==' });
    expect(made.status).toBe(201);
    const client = await RawClient.identified(sandbox);
    const guildIds = ['1', one.id, { id: one.id }, guild.id, one.id];
    client.send(Op.RequestSoundboardSounds, { guild_ids: guildIds });
    expect(await client.dispatched('SOUNDBOARD_SOUNDS')).toEqual({
      guild_id: one.id,
      soundboard_sounds: [expect.objectContaining({ name: 'gong' })],
    });
    expect(await client.dispatched('SOUNDBOARD_SOUNDS')).toEqual({
      guild_id: guild.id,
      soundboard_sounds: [],
    });
    client.send(Op.RequestSoundboardSounds, {});
    expect(await client.closed).toBe(4002);
    expect(client.names.filter((name) => name === 'SOUNDBOARD_SOUNDS')).toHaveLength(2);
  });

  it('all members come once in 30 s for each guild', async () => {
    const client = await RawClient.identified(sandbox);
    const ask = (guildId: string): void =>
      client.send(Op.RequestGuildMembers, { guild_id: guildId, query: '', limit: 0, nonce: 'n' });
    ask(guild.id);
    const chunk = await client.dispatched('GUILD_MEMBERS_CHUNK');
    expect(chunk).toMatchObject({ guild_id: guild.id, chunk_index: 0, chunk_count: 1, nonce: 'n' });
    expect(ids(chunk)).toEqual(guild.members.map((m) => m.user.id).sort());
    now += 10_000;
    ask(guild.id);
    expect(await client.dispatched('RATE_LIMITED')).toEqual({
      opcode: 8,
      retry_after: 20,
      meta: { guild_id: guild.id, nonce: 'n' },
    });
    const other = await makeGuild(sandbox);
    ask(other.id);
    expect((await client.dispatched('GUILD_MEMBERS_CHUNK'))['guild_id']).toBe(other.id);
    now += 20_000;
    ask(guild.id);
    expect((await client.dispatched('GUILD_MEMBERS_CHUNK'))['guild_id']).toBe(guild.id);
  });

  it('members come with their presences where that is asked for, and the intent lets it', async () => {
    const question = { guild_id: guild.id, query: 'ad', limit: 1, presences: true };
    for (const intents of [I.Guilds | I.GuildPresences, I.Guilds]) {
      const client = await RawClient.identified(sandbox, { intents });
      client.send(Op.RequestGuildMembers, question);
      const { presences } = await client.dispatched('GUILD_MEMBERS_CHUNK');
      const user = { id: userNamed(guild, 'ada') };
      const online = [expect.objectContaining({ user, status: 'online' })];
      expect(presences).toEqual(intents & I.GuildPresences ? online : undefined);
    }
  });

  it('members come in chunks of a thousand', async () => {
    const big = await makeGuild(sandbox, {
      members: Array.from({ length: 1_500 }, (_, i) => ({ username: `member ${i}` })),
    });
    const client = await RawClient.identified(sandbox);
    client.send(Op.RequestGuildMembers, { guild_id: big.id, query: '', limit: 0 });
    const chunks = [
      await client.dispatched('GUILD_MEMBERS_CHUNK'),
      await client.dispatched('GUILD_MEMBERS_CHUNK'),
    ];
    expect(chunks.map((c) => [c['chunk_index'], c['chunk_count'], ids(c).length])).toEqual([
      [0, 2, 1_000],
      [1, 2, 501],
    ]);
  });

  it('members come by id and by name, without the intent that all of them need', async () => {
    const client = await RawClient.identified(sandbox, { intents: I.Guilds });
    const ada = userNamed(guild, 'ada');
    client.send(Op.RequestGuildMembers, { guild_id: guild.id, query: '', limit: 0 });
    client.send(Op.RequestGuildMembers, { guild_id: guild.id, user_ids: [ada, '42'] });
    const byId = await client.dispatched('GUILD_MEMBERS_CHUNK');
    expect(ids(byId)).toEqual([ada]);
    expect(byId['not_found']).toEqual(['42']);
    client.send(Op.RequestGuildMembers, { guild_id: guild.id, query: 'AD', limit: 10 });
    expect(ids(await client.dispatched('GUILD_MEMBERS_CHUNK'))).toEqual([ada]);
    await client.settle();
    expect(client.all('GUILD_MEMBERS_CHUNK')).toHaveLength(2);
  });

  it('a presence is told to sessions with its intent', async () => {
    const client = await RawClient.identified(sandbox, { intents: I.Guilds | I.GuildPresences });
    const blind = await RawClient.identified(sandbox, { intents: I.Guilds });
    const activities = [{ name: 'Star Citizen', type: 0 }];
    client.send(Op.PresenceUpdate, { since: null, activities, status: 'invisible', afk: false });
    expect(await client.dispatched('PRESENCE_UPDATE')).toEqual({
      user: { id: sandbox.applicationId },
      guild_id: guild.id,
      status: 'offline',
      activities,
      client_status: {},
    });
    await blind.settle();
    expect(blind.names).not.toContain('PRESENCE_UPDATE');
  });

  it.each([
    ['zlib-stream', '&compress=zlib-stream', {}],
    ['zstd-stream', '&compress=zstd-stream', {}],
    ['`compress` of identify', '', { compress: true }],
    // All payloads are one stream already.
    ['zlib-stream with `compress` of identify', '&compress=zlib-stream', { compress: true }],
  ])('%s carries the same as plain JSON', async (_name, query, fields) => {
    // Past 128 KiB a payload takes more than one block of zstd.
    await makeGuild(sandbox, { members: Array.from({ length: 600 }, (_, i) => ({ username: `m${i}` })) });
    const plain = await RawClient.identified(sandbox);
    const packed = await RawClient.open(sandbox, `v=10&encoding=json${query}`);
    packed.identify(fields);
    await packed.dispatched('READY');
    for (let i = 0; i < 20; i += 1) {
      const content = `message ${i} ${'éà'.repeat(i * 40)}`;
      await control(sandbox, 'POST', '/messages', {
        channel_id: channelNamed(guild, 'events'),
        user_id: userNamed(guild, 'bob'),
        content,
      });
    }
    await Promise.all([plain.settle(), packed.settle()]);
    expect(packed.all('MESSAGE_CREATE')).toHaveLength(20);
    const dispatches = (client: RawClient): unknown[] =>
      client.received.filter((p) => p.t !== null && p.t !== 'READY');
    expect(dispatches(packed)).toEqual(dispatches(plain));
  });
});
