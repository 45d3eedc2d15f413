import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSandbox, type GuildView, type RequestEntry, type Sandbox } from '../src/index.js';
import { channelNamed, control, makeGuild, rest } from './support/http.js';

interface Refusal {
  code: number;
  message: string;
  retry_after?: number;
  global?: boolean;
}

describe('faults', () => {
  let sandbox: Sandbox;
  let guild: GuildView;
  let messages: string;

  const start = async (seed = 1): Promise<void> => {
    sandbox = await createSandbox({ seed, rateLimits: { enabled: false }, openapi: null });
    guild = await makeGuild(sandbox);
    messages = `/channels/${channelNamed(guild, 'events')}/messages`;
  };
  beforeEach(async () => start());
  afterEach(async () => {
    await sandbox.close();
  });

  const inject = async (...faults: object[]): Promise<unknown> =>
    (await control(sandbox, 'POST', '/faults', faults)).body;
  const send = async (content = 'x'): ReturnType<typeof rest<Refusal>> =>
    rest<Refusal>(sandbox, 'POST', messages, { content });
  const kept = async (): Promise<string[]> => {
    const { body } = await control<GuildView>(sandbox, 'GET', `/guilds/${guild.id}`);
    return body.channels.flatMap((c) => c.messages.map((m) => m.content));
  };

  it('`status` answers without doing the work', async () => {
    await inject({ method: 'POST', path: messages, status: 503 });
    const answer = await send('never');
    expect([answer.status, answer.body.code]).toEqual([503, 0]);
    expect(await kept()).toEqual([]);
    expect((await send('then')).status).toBe(200);
  });

  it('`code` is Discord’s own, with status 400 unless told', async () => {
    await inject({ path: messages, code: 30038 }, { path: messages, status: 403, code: 50013 });
    const [first, second] = [await send(), await send()];
    expect([first.status, first.body.code]).toEqual([400, 30038]);
    expect([second.status, second.body.code]).toEqual([403, 50013]);
  });

  it('`retry_after` is a 429 with Discord’s headers and body', async () => {
    await inject({ path: messages, retry_after: 1.5 });
    const answer = await send();
    expect(answer.status).toBe(429);
    expect(answer.body).toMatchObject({ retry_after: 1.5, global: false });
    expect(answer.headers.get('retry-after')).toBe('2');
    // Only Cloudflare's own bans come without it.
    expect(answer.headers.get('via')).toBe('1.1 google');
    expect(answer.headers.get('x-ratelimit-scope')).toBe('user');
  });

  it('`latency_ms` comes before the work, which is done', async () => {
    await inject({ path: messages, latency_ms: 250 });
    await send('late');
    const log = await control<RequestEntry[]>(sandbox, 'GET', '/requests');
    expect(log.body.at(-1)?.ms).toBeGreaterThanOrEqual(249);
    expect(await kept()).toEqual(['late']);
  });

  it('`drop` cuts the connection before the work, or after it', async () => {
    await inject({ path: messages, drop: 'before' }, { path: messages, drop: 'after' });
    await expect(send('before')).rejects.toThrow();
    await expect(send('after')).rejects.toThrow();
    expect(await kept()).toEqual(['after']);
    const log = await control<RequestEntry[]>(sandbox, 'GET', '/requests');
    expect(log.body.map((r) => r.status)).toEqual([0, 0]);
  });

  it('`times` is how often; once unless told', async () => {
    await inject({ path: messages, status: 500, times: 3 }, { path: messages, status: 502 });
    const statuses = [];
    for (let i = 0; i < 5; i += 1) statuses.push((await send()).status);
    expect(statuses).toEqual([500, 500, 500, 502, 200]);
  });

  it('`method` and `path` choose: with or without the prefix, below a path, with wildcards', async () => {
    await inject({ method: 'GET', path: messages, status: 500 });
    expect((await send()).status).toBe(200);
    const hits = async (path: string): Promise<boolean> => {
      await control(sandbox, 'DELETE', '/faults');
      await inject({ path, status: 500 });
      return (await send()).status === 500;
    };
    const channel = messages.split('/')[2] ?? '';
    expect(await hits(messages)).toBe(true);
    expect(await hits(`/api/v10${messages}`)).toBe(true);
    expect(await hits(`/channels/${channel}`)).toBe(true);
    expect(await hits('/channels/*/messages')).toBe(true);
    expect(await hits('/channels/{channel_id}/messages')).toBe(true);
    expect(await hits('/channels/**')).toBe(true);
    expect(await hits('/channels/*')).toBe(false);
    expect(await hits(`/channels/${channel.slice(0, -1)}`)).toBe(false);
    expect(await hits('/guilds')).toBe(false);
    await control(sandbox, 'DELETE', '/faults');
    await inject({ status: 500 });
    expect((await send()).status).toBe(500);
  });

  it('are listed with what is left of them, and taken away', async () => {
    await inject({ path: messages, status: 500, times: 2 });
    await send();
    const left = (await control<{ id: number }[]>(sandbox, 'GET', '/faults')).body;
    expect(left).toEqual([{ id: left[0]?.id, path: messages, status: 500, times: 1 }]);
    await inject({ path: messages, status: 503 });
    const others = await control(sandbox, 'DELETE', `/faults/${left[0]?.id ?? 0}`);
    expect(others.body).toMatchObject([{ status: 503 }]);
    expect((await control(sandbox, 'DELETE', '/faults')).body).toEqual([]);
    expect((await send()).status).toBe(200);
  });

  it('are refused when they make no sense', async () => {
    expect(await inject({ drop: 'sometimes' })).toMatchObject({ code: 50035 });
    expect(await inject({ status: 'x' })).toMatchObject({ code: 50035 });
    const answer = await control(sandbox, 'POST', '/gateway', { action: 'dance' });
    expect(answer.body).toMatchObject({ code: 50035 });
  });

  it('`probability` is drawn from the seed: the same seed, the same failures', async () => {
    const run = async (seed: number): Promise<string> => {
      await sandbox.close();
      await start(seed);
      await inject({ path: messages, status: 500, probability: 0.5, times: 1_000 });
      let pattern = '';
      for (let i = 0; i < 24; i += 1) pattern += (await send()).status === 500 ? 'x' : '.';
      return pattern;
    };
    const [first, same, other] = [await run(7), await run(7), await run(8)];
    expect(same).toBe(first);
    expect(other).not.toBe(first);
    expect(first).toMatch(/x/);
    expect(first).toMatch(/\./);
  });
});
