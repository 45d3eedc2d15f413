import { GatewayOpcodes as Op } from 'discord-api-types/v10';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSandbox, type GuildView, type Sandbox } from '../../src/index.js';
import { channelNamed, control, makeGuild, userNamed } from '../support/http.js';
import { RawClient } from '../support/raw-client.js';

describe('gateway sessions', () => {
  let sandbox: Sandbox;
  let guild: GuildView;

  beforeAll(async () => {
    sandbox = await createSandbox({ rateLimits: { identifyWindowMs: 0 }, openapi: null });
  });
  beforeEach(async () => {
    sandbox.context.gateway.closeAll(999);
    sandbox.reset();
    guild = await makeGuild(sandbox);
  });
  afterAll(async () => {
    await sandbox.close();
  });

  const write = async (content: string): Promise<unknown> =>
    control(sandbox, 'POST', '/messages', {
      channel_id: channelNamed(guild, 'events'),
      user_id: userNamed(guild, 'bob'),
      content,
    });
  const texts = (client: RawClient): unknown[] => client.all('MESSAGE_CREATE').map((d) => d['content']);

  it('say hello, ready, and then each guild', async () => {
    const client = await RawClient.open(sandbox);
    expect((await client.next(Op.Hello)).d['heartbeat_interval']).toBe(41_250);
    client.identify();
    const ready = await client.dispatched('READY');
    expect(ready).toMatchObject({
      v: 10,
      guilds: [{ id: guild.id, unavailable: true }],
      user: { id: sandbox.applicationId, bot: true },
      application: { id: sandbox.applicationId },
      shard: [0, 1],
      resume_gateway_url: sandbox.wsUrl,
    });
    const created = await client.dispatched('GUILD_CREATE');
    expect(created).toMatchObject({ id: guild.id, unavailable: false, member_count: guild.members.length });
    expect(created['channels']).toHaveLength(2);
    expect(client.received.filter((p) => p.op === Op.Dispatch).map((p) => p.s)).toEqual([1, 2]);
  });

  it('acknowledge heartbeats, before and after the identify', async () => {
    const client = await RawClient.open(sandbox);
    client.send(Op.Heartbeat, null);
    await client.next(Op.HeartbeatAck);
    client.identify();
    await client.dispatched('READY');
    client.send(Op.Heartbeat, 1);
    await client.next(Op.HeartbeatAck);
  });

  it('end with 4009, for good, when the heartbeats do', async () => {
    const hasty = await createSandbox({
      heartbeatIntervalMs: 100,
      rateLimits: { identifyWindowMs: 0 },
      openapi: null,
    });
    const zombie = await RawClient.identified(hasty);
    expect(await zombie.closed).toBe(4009);
    const next = await RawClient.open(hasty);
    next.resume(zombie);
    expect((await next.next(Op.InvalidSession)).d).toBe(false);
    await hasty.close();
  });

  it('are resumed after a cut: what was missed comes again, numbered as it was, then RESUMED', async () => {
    const first = await RawClient.identified(sandbox);
    await write('before');
    await first.settle();
    await control(sandbox, 'POST', '/gateway', { action: 'close', code: 999 });
    expect(await first.closed).toBe(1006);
    await write('missed 1');
    await write('missed 2');

    const second = await RawClient.open(sandbox);
    second.resume(first);
    await second.dispatched('RESUMED');
    expect(texts(second)).toEqual(['missed 1', 'missed 2']);
    const { lastSeq } = first;
    const numbers = second.received.flatMap((p) => p.s ?? []);
    expect(numbers).toEqual([lastSeq + 1, lastSeq + 2, lastSeq + 3]);
    await write('after');
    await second.settle();
    expect(texts(second).at(-1)).toBe('after');
    expect(second.names).not.toContain('READY');
  });

  it('move to the connection that resumes them last', async () => {
    const first = await RawClient.identified(sandbox);
    const second = await RawClient.open(sandbox);
    second.resume(first);
    await second.dispatched('RESUMED');
    expect(await first.closed).toBe(4000);
    await write('to the second');
    await second.settle();
    expect(texts(second)).toEqual(['to the second']);
  });

  it.each([
    [1000, false],
    [1001, false],
    [4200, true],
    [4000, true],
  ])('that a client closes with %i can be resumed: %s', async (code, resumable) => {
    const first = await RawClient.identified(sandbox);
    first.close(code);
    await first.closed;
    const second = await RawClient.open(sandbox);
    second.resume(first);
    if (resumable) await second.dispatched('RESUMED');
    else expect((await second.next(Op.InvalidSession)).d).toBe(false);
  });

  it('are unknown after three minutes, or when they never were', async () => {
    let now = Date.now();
    const patient = await createSandbox({
      clock: () => now,
      rateLimits: { identifyWindowMs: 0 },
      openapi: null,
    });
    const first = await RawClient.identified(patient);
    first.close(4000);
    await first.closed;
    now += 200_000;
    const second = await RawClient.open(patient);
    second.resume(first);
    expect((await second.next(Op.InvalidSession)).d).toBe(false);
    // The same connection may identify after that.
    second.identify();
    await second.dispatched('READY');
    await patient.close();
  });

  it('are told to reconnect', async () => {
    const client = await RawClient.identified(sandbox);
    const answer = await control(sandbox, 'POST', '/gateway', { action: 'reconnect' });
    expect((answer.body as { connections: number }).connections).toBeGreaterThan(0);
    expect((await client.next(Op.Reconnect)).d).toBeNull();
    client.close(4000);
    const again = await RawClient.open(sandbox);
    again.resume(client);
    await again.dispatched('RESUMED');
  });

  it.each([true, false])('are told that they are invalid, resumable: %s', async (resumable) => {
    const client = await RawClient.identified(sandbox);
    await control(sandbox, 'POST', '/gateway', { action: 'invalid_session', resumable });
    expect((await client.next(Op.InvalidSession)).d).toBe(resumable);
    await write('meanwhile');
    client.resume(client);
    if (resumable) {
      await client.dispatched('RESUMED');
      expect(texts(client)).toEqual(['meanwhile']);
    } else {
      expect((await client.next(Op.InvalidSession)).d).toBe(false);
      expect(texts(client)).toEqual([]);
    }
  });

  it('are closed with any code; the final ones end them', async () => {
    for (const [code, resumable] of [
      [4000, true],
      [4008, true],
      [4004, false],
      [4014, false],
    ] as const) {
      const client = await RawClient.identified(sandbox);
      await control(sandbox, 'POST', '/gateway', { action: 'close', code });
      expect(await client.closed).toBe(code);
      const next = await RawClient.open(sandbox);
      next.resume(client);
      const answer = await next.next(resumable ? Op.Dispatch : Op.InvalidSession);
      expect(answer.t).toBe(resumable ? 'RESUMED' : null);
      next.close(1000);
      await next.closed;
    }
  });

  it('fall silent: neither events nor acknowledgements, and what was missed is there for a resume', async () => {
    const client = await RawClient.identified(sandbox);
    await client.settle();
    const before = client.received.length;
    await control(sandbox, 'POST', '/gateway', { action: 'silence' });
    client.send(Op.Heartbeat, 2);
    await write('unheard');
    const other = await RawClient.open(sandbox);
    other.resume(client);
    await other.dispatched('RESUMED');
    expect(client.received).toHaveLength(before);
    expect(texts(other)).toEqual(['unheard']);
  });
});
