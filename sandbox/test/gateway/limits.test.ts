import { GatewayOpcodes as Op } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/index.js';
import { makeGuild, rest } from '../support/http.js';
import { RawClient } from '../support/raw-client.js';

interface Bot {
  url: string;
  session_start_limit: { total: number; remaining: number; reset_after: number; max_concurrency: number };
}

describe('starts of sessions', () => {
  let now: number;
  let sandbox: Sandbox;

  const start = async (rateLimits: SandboxOptions['rateLimits'] = {}): Promise<void> => {
    sandbox = await createSandbox({ clock: () => now, openapi: null, rateLimits });
    await makeGuild(sandbox);
  };
  beforeEach(() => {
    now = 1_800_000_000_000;
  });
  afterEach(async () => {
    await sandbox.close();
  });

  const limit = async (): Promise<Bot['session_start_limit']> =>
    (await rest<Bot>(sandbox, 'GET', '/gateway/bot')).body.session_start_limit;
  const attempt = async (shard: [number, number]): Promise<RawClient> => {
    const client = await RawClient.open(sandbox);
    await client.next(Op.Hello);
    client.identify({ shard, intents: 0 });
    return client;
  };

  it('are one in five seconds', async () => {
    await start();
    await RawClient.identified(sandbox);
    now += 4_999;
    const early = await attempt([0, 1]);
    expect((await early.next(Op.InvalidSession)).d).toBe(false);
    now += 1;
    early.identify();
    await early.dispatched('READY');
  });

  it('are one for each place of max_concurrency', async () => {
    await start({ maxConcurrency: 2 });
    expect((await limit()).max_concurrency).toBe(2);
    await (await attempt([0, 4])).dispatched('READY');
    await (await attempt([1, 4])).dispatched('READY');
    // Shard 2 has the place of shard 0.
    await (await attempt([2, 4])).next(Op.InvalidSession);
    await (await attempt([3, 4])).next(Op.InvalidSession);
    now += 5_000;
    await (await attempt([2, 4])).dispatched('READY');
  });

  it('are counted for a day; a resume is not counted', async () => {
    await start();
    expect(await limit()).toMatchObject({ total: 1_000, remaining: 1_000 });
    const client = await RawClient.identified(sandbox);
    client.close(4000);
    await client.closed;
    const resumed = await RawClient.open(sandbox);
    resumed.resume(client);
    await resumed.dispatched('RESUMED');
    expect(await limit()).toMatchObject({ remaining: 999, reset_after: 86_400_000 });
    now += 86_400_000;
    expect((await limit()).remaining).toBe(1_000);
  });

  it('beyond the limit end all sessions, and the token is another', async () => {
    const warned = vi.spyOn(process, 'emitWarning').mockReturnValue(undefined);
    await start({ identifyWindowMs: 0, identifiesPerDay: 2 });
    const clients = [await RawClient.identified(sandbox), await RawClient.identified(sandbox)];
    const old = sandbox.token;
    const third = await attempt([0, 1]);
    expect(await Promise.all([...clients, third].map(async (client) => client.closed))).toEqual([
      4004, 4004, 4004,
    ]);
    const answer = await fetch(`${sandbox.apiUrl}/v10/users/@me`, {
      headers: { authorization: `Bot ${old}` },
    });
    expect(answer.status).toBe(401);
    expect(sandbox.token).not.toBe(old);
    expect(warned).toHaveBeenCalledWith(expect.stringContaining(sandbox.token));
    // The new token begins a new count.
    expect((await limit()).remaining).toBe(2);
    await RawClient.identified(sandbox);
    warned.mockRestore();
  });
});
