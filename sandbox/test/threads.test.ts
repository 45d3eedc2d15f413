import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSandbox, type GuildView, type Sandbox } from '../src/index.js';
import { channelNamed, control, makeGuild, rest, userNamed } from './support/http.js';

interface Answer {
  id: string;
  code: number;
  type: number;
  threads: { id: string }[];
  has_more: boolean;
  thread_metadata: { archived: boolean; locked: boolean };
}
const bits = (...all: bigint[]): string => String(all.reduce((a, b) => a | b, 0n));
const HOUR = 3_600_000;

describe('threads', () => {
  let now = Date.now();
  let sandbox: Sandbox;
  let guild: GuildView;
  let channel: string;

  beforeAll(async () => {
    sandbox = await createSandbox({ rateLimits: { enabled: false }, clock: () => now });
  });
  beforeEach(async () => {
    sandbox.reset();
    await enter({});
  });
  afterAll(async () => {
    await sandbox.close();
  });

  const enter = async (extra: object): Promise<void> => {
    guild = await makeGuild(sandbox, extra);
    channel = channelNamed(guild, 'events');
  };
  const call = async (method: string, path: string, body?: unknown): Promise<Answer & { status: number }> => {
    const { status, body: answer } = await rest<Answer>(sandbox, method, path, body);
    return { ...answer, status };
  };
  const start = async (extra: object = {}): Promise<string> =>
    (await call('POST', `/channels/${channel}/threads`, { name: 'Talk', type: 11, ...extra })).id;

  it('grow from a message once, with its id', async () => {
    const message = await call('POST', `/channels/${channel}/messages`, { content: 'x' });
    const path = `/channels/${channel}/messages/${message.id}/threads`;
    expect(await call('POST', path, { name: 'Questions' })).toMatchObject({
      status: 201,
      id: message.id,
      type: 11,
    });
    expect((await call('POST', path, { name: 'Again' })).code).toBe(160004);
  });

  it('do not change while archived, and wake up when somebody writes', async () => {
    const id = await start();
    const message = await call('POST', `/channels/${id}/messages`, { content: 'x' });
    await call('PATCH', `/channels/${id}`, { archived: true });
    expect((await call('PATCH', `/channels/${id}`, { name: 'New' })).code).toBe(50083);
    expect((await call('PATCH', `/channels/${id}/messages/${message.id}`, { content: 'y' })).code).toBe(
      50083,
    );
    expect((await call('PUT', `/channels/${id}/thread-members/${userNamed(guild, 'ada')}`)).code).toBe(50083);
    const emoji = encodeURIComponent('👍');
    const reaction = `/channels/${id}/messages/${message.id}/reactions/${emoji}/@me`;
    expect((await call('PUT', reaction)).code).toBe(50083);
    expect((await call('GET', `/channels/${channel}/threads/archived/public`)).threads).toHaveLength(1);
    expect((await call('POST', `/channels/${id}/messages`, { content: 'hey' })).status).toBe(200);
    expect((await call('GET', `/channels/${id}`)).thread_metadata.archived).toBe(false);
  });

  it('archive themselves when nobody has written for as long as they say', async () => {
    const id = await start({ auto_archive_duration: 60 });
    now += 0.9 * HOUR;
    await call('POST', `/channels/${id}/messages`, { content: 'still here' });
    now += 0.9 * HOUR;
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect((await call('GET', `/channels/${id}`)).thread_metadata.archived).toBe(false);
    now += 0.2 * HOUR;
    await vi.waitFor(async () =>
      expect((await call('GET', `/channels/${id}`)).thread_metadata.archived).toBe(true),
    );
  });

  it('take no messages when locked but from who manages threads', async () => {
    const id = await start();
    await call('PATCH', `/channels/${id}`, { locked: true });
    expect((await call('POST', `/channels/${id}/messages`, { content: 'x' })).status).toBe(200);
    const said = await control<Answer>(sandbox, 'POST', '/messages', {
      channel_id: id,
      user_id: userNamed(guild, 'ada'),
      content: 'x',
    });
    expect(said.body.code).toBe(160005);
  });

  it('that are another’s are not for a bot without MANAGE_THREADS', async () => {
    const plain = [1n << 10n, 1n << 11n, 1n << 16n, 1n << 35n, 1n << 36n, 1n << 38n];
    await enter({ bot_permissions: bits(...plain) });
    const own = await start();
    expect((await call('PATCH', `/channels/${own}`, { archived: true })).status).toBe(200);
    const id = await start({ type: 12 });
    const { world } = sandbox.context;
    const record = world.channels.get(id);
    const ada = userNamed(guild, 'ada');
    if (!record?.thread) throw new Error('no thread');
    world.channels.patch(record, { thread: { ...record.thread, owner_id: ada } });
    expect((await call('PATCH', `/channels/${id}`, { name: 'Mine' })).code).toBe(50013);
    expect((await call('DELETE', `/channels/${id}`)).code).toBe(50013);
    expect((await call('DELETE', `/channels/${id}/thread-members/${ada}`)).code).toBe(50013);
    // Private ones it is not in, it does not even see.
    expect((await call('DELETE', `/channels/${id}/thread-members/@me`)).status).toBe(204);
    expect((await call('GET', `/channels/${id}`)).code).toBe(50001);
  });

  it('are listed page by page, the latest archived first', async () => {
    const ids = [await start(), await start(), await start()];
    for (const id of ids) {
      now += 60_000;
      await call('PATCH', `/channels/${id}`, { archived: true });
    }
    const path = `/channels/${channel}/threads/archived/public`;
    const first = await call('GET', `${path}?limit=2`);
    expect(first.threads.map((t) => t.id)).toEqual([ids[2], ids[1]]);
    expect(first.has_more).toBe(true);
    const before = encodeURIComponent(new Date(now - 60_000).toISOString());
    expect((await call('GET', `${path}?before=${before}`)).threads.map((t) => t.id)).toEqual([ids[0]]);
  });
});
