import { GatewayIntentBits as I, GatewayOpcodes as Op } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../../src/index.js';
import { makeGuild, rest } from '../support/http.js';
import { RawClient } from '../support/raw-client.js';

describe('the gateway closes', () => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await createSandbox({
      rateLimits: { identifyWindowMs: 0 },
      allowedIntents: I.Guilds | I.GuildMembers | I.GuildMessages | I.DirectMessages | I.MessageContent,
      openapi: null,
    });
    await makeGuild(sandbox);
  });
  afterAll(async () => {
    await sandbox.close();
  });

  it.each<[number, string, (client: RawClient) => void]>([
    [4002, 'for what is not JSON', (client) => client.sendText('{"op":')],
    [4002, 'for JSON without an opcode', (client) => client.sendText('[]')],
    [4002, 'for binary payloads', (client) => client.sendText(Buffer.from('{"op":1,"d":null}'))],
    [4002, 'for payloads of more than 4096 bytes', (client) => client.send(1, 'x'.repeat(4_096))],
    [4003, 'before an identify', (client) => client.send(Op.PresenceUpdate, {})],
    [4004, 'for a wrong token', (client) => client.identify({ token: 'wrong' })],
    [4004, 'for a resume with one', (client) => client.send(Op.Resume, { token: 'x', session_id: 'y' })],
    [4010, 'for a shard that is none', (client) => client.identify({ shard: [2, 2] })],
    [4010, 'for a shard that is not a pair', (client) => client.identify({ shard: [0] })],
    [4013, 'for intents that do not exist', (client) => client.identify({ intents: 1 << 30 })],
    [4013, 'for intents of more than 32 bits', (client) => client.identify({ intents: 2 ** 40 })],
    [4013, 'without intents', (client) => client.identify({ intents: undefined })],
    [4014, 'for intents that are not allowed', (client) => client.identify({ intents: I.GuildPresences })],
  ])('with %i %s', async (code, _when, act) => {
    const client = await RawClient.open(sandbox);
    await client.next(Op.Hello);
    act(client);
    expect(await client.closed).toBe(code);
    expect(client.names).toEqual([]);
  });

  it.each<[number, string, (client: RawClient) => void]>([
    [4001, 'for an unknown opcode', (client) => client.send(99, null)],
    [4005, 'for a second identify', (client) => client.identify()],
    [4005, 'for a resume after it', (client) => client.resume(client)],
    [4002, 'for a presence of no known status', (client) => client.send(Op.PresenceUpdate, { status: 'x' })],
  ])('an identified client with %i %s', async (code, _when, act) => {
    const client = await RawClient.identified(sandbox);
    act(client);
    expect(await client.closed).toBe(code);
  });

  it('with 4007 for a resume after a number that was never sent; that ends the session', async () => {
    const client = await RawClient.identified(sandbox);
    client.close(4000);
    await client.closed;
    const other = await RawClient.open(sandbox);
    other.resume(client, 1_000);
    expect(await other.closed).toBe(4007);
  });

  it('with 4008 for the 121st payload in a minute', async () => {
    const client = await RawClient.identified(sandbox);
    for (let i = 1; i < 120; i += 1) client.send(Op.Heartbeat, 1);
    await client.next(Op.HeartbeatAck);
    client.send(Op.Heartbeat, 1);
    expect(await client.closed).toBe(4008);
    expect(client.received.filter((p) => p.op === Op.HeartbeatAck)).toHaveLength(119);
  });

  it('with 4011 when a shard would have more than 2,500 guilds', async () => {
    const { world } = sandbox.context;
    const [guild] = world.guilds.values();
    const [member] = world.membersByUser.of(sandbox.applicationId);
    if (!guild || !member) throw new Error('no guild');
    for (let i = 0; i < 2_500; i += 1) {
      const id = String(BigInt(i + 1) << 22n);
      world.guilds.put({ ...guild, id });
      world.members.put({ ...member, id: `${id}:${member.user_id}`, guild_id: id });
    }
    const client = await RawClient.open(sandbox);
    client.identify();
    expect(await client.closed).toBe(4011);
    expect((await rest<{ shards: number }>(sandbox, 'GET', '/gateway/bot')).body.shards).toBeGreaterThan(1);
    await RawClient.identified(sandbox, { intents: 0, shard: [0, 2] });
    sandbox.reset();
  });

  it.each([
    ['v=8', 4012],
    ['v=10&encoding=etf', 4002],
    ['v=10&compress=brotli-stream', 4002],
  ])('a connection to ?%s with %i', async (query, code) => {
    const client = await RawClient.open(sandbox, query);
    expect(await client.closed).toBe(code);
  });
});
