import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMessage, NO_DRAFT } from '../src/actions/messages.js';
import { createSandbox, type GuildView, type Sandbox } from '../src/index.js';
import { channelNamed, control, makeGuild, rest, userNamed } from './support/http.js';

interface Answer {
  id: string;
  code: number;
  pinned: boolean;
  reactions?: { count: number; me: boolean }[];
}
const VIEW = (1n << 10n) | (1n << 11n) | (1n << 16n);
const DAY = 86_400_000;

describe('messages', () => {
  let now = Date.now();
  let sandbox: Sandbox;
  let guild: GuildView;
  let messages: string;

  beforeAll(async () => {
    sandbox = await createSandbox({ rateLimits: { enabled: false }, clock: () => now });
  });
  beforeEach(async () => {
    now = Date.now();
    sandbox.reset();
    await enter({});
  });
  afterAll(async () => {
    await sandbox.close();
  });

  const enter = async (extra: object): Promise<void> => {
    guild = await makeGuild(sandbox, extra);
    messages = `/channels/${channelNamed(guild, 'events')}/messages`;
  };
  const call = async (method: string, path: string, body?: unknown): Promise<Answer & { status: number }> => {
    const { status, body: answer } = await rest<Answer>(sandbox, method, path, body);
    return { ...answer, status };
  };
  const post = async (): Promise<string> => (await call('POST', messages, { content: 'x' })).id;
  const channelRecord = (): Parameters<typeof createMessage>[1] => {
    const record = sandbox.context.world.channels.get(channelNamed(guild, 'events'));
    if (!record) throw new Error('no channel');
    return record;
  };

  it('can be pinned 250 times in a channel, and the 251st is refused', async () => {
    const { world } = sandbox.context;
    for (let i = 0; i < 250; i += 1) {
      const draft = { ...NO_DRAFT, content: String(i) };
      const made = createMessage(sandbox.context, channelRecord(), draft, { authorId: guild.owner_id });
      world.messages.patch(made, { pinned: true, pinned_at: world.now() });
    }
    const path = `${messages}/pins/${await post()}`;
    expect((await call('PUT', path)).code).toBe(30003);
    const [first] = (await rest<{ items: { message: Answer }[] }>(sandbox, 'GET', `${messages}/pins`)).body
      .items;
    await call('DELETE', `${messages}/pins/${first?.message.id ?? ''}`);
    expect((await call('PUT', path)).status).toBe(204);
  });

  it('are pinned by PIN_MESSAGES, for which MANAGE_MESSAGES does not stand in', async () => {
    await enter({ bot_permissions: String(VIEW | (1n << 13n)) });
    expect((await call('PUT', `${messages}/pins/${await post()}`)).code).toBe(50013);
    await enter({ bot_permissions: String(VIEW | (1n << 51n)) });
    const id = await post();
    expect((await call('PUT', `${messages}/pins/${id}`)).status).toBe(204);
    expect((await call('GET', `${messages}/${id}`)).pinned).toBe(true);
  });

  it('count reactions by who made them, and refuse the 21st emoji', async () => {
    const id = await post();
    const of = (emoji: string): string => `${messages}/${id}/reactions/${encodeURIComponent(emoji)}`;
    await call('PUT', `${of('🚀')}/@me`);
    await call('PUT', `${of('🚀')}/@me`);
    expect((await call('GET', `${messages}/${id}`)).reactions).toMatchObject([{ count: 1, me: true }]);
    const others = Array.from({ length: 19 }, (_, i) => String.fromCodePoint(0x1f400 + i));
    for (const emoji of others) expect((await call('PUT', `${of(emoji)}/@me`)).status).toBe(204);
    expect((await call('PUT', `${of('🎉')}/@me`)).code).toBe(30010);
    expect((await call('PUT', `${of('custom:123')}/@me`)).code).toBe(10014);
    await call('DELETE', `${of('🚀')}/@me`);
    expect((await rest<unknown[]>(sandbox, 'GET', of('🚀'))).body).toEqual([]);
  });

  it('lets anybody join a reaction, but only ADD_REACTIONS begin one', async () => {
    await enter({ bot_permissions: String(VIEW) });
    const everyone = sandbox.context.world.roles.get(guild.id);
    if (everyone) sandbox.context.world.roles.patch(everyone, { permissions: '0' });
    const id = await post();
    const path = `${messages}/${id}/reactions/${encodeURIComponent('🚀')}/@me`;
    expect((await call('PUT', path)).code).toBe(50013);
    const record = sandbox.context.world.messages.get(id);
    if (record)
      sandbox.context.world.messages.patch(record, {
        reactions: [{ emoji: '🚀', user_ids: [guild.owner_id] }],
      });
    expect((await call('PUT', path)).status).toBe(204);
  });

  it('are deleted in bulk: 2 to 100, none older than 14 days', async () => {
    const bulk = `${messages}/bulk-delete`;
    const [a, b] = [await post(), await post()];
    expect((await call('POST', bulk, { messages: [a] })).code).toBe(50016);
    const many = Array.from({ length: 101 }, (_, i) => String(BigInt(a) + BigInt(i)));
    expect((await call('POST', bulk, { messages: many })).code).toBe(50016);
    now += 14 * DAY + 1_000;
    expect((await call('POST', bulk, { messages: [a, await post()] })).code).toBe(50034);
    now -= 14 * DAY;
    expect((await call('POST', bulk, { messages: [a, b] })).status).toBe(204);
    expect((await call('GET', `${messages}/${a}`)).code).toBe(10008);
  });

  it('by webhooks: under their own name, into threads, by their token only, 15 webhooks a channel', async () => {
    const hooks = messages.replace('messages', 'webhooks');
    const made = await rest<{ id: string; token: string }>(sandbox, 'POST', hooks, { name: 'Herald' });
    const path = `/webhooks/${made.body.id}/${made.body.token}`;
    const thread = await call('POST', messages.replace('messages', 'threads'), { name: 'Talk', type: 11 });
    const inThread = await rest(sandbox, 'POST', `${path}?wait=true&thread_id=${thread.id}`, {
      content: '@everyone',
      username: 'Bell',
    });
    expect(inThread.body).toMatchObject({
      channel_id: thread.id,
      webhook_id: made.body.id,
      author: { id: made.body.id, username: 'Bell', bot: true },
      mention_everyone: true,
    });
    expect((await call('POST', path, { content: 'x' })).status).toBe(204);
    expect((await call('POST', `${path}x`, { content: 'x' })).code).toBe(50027);
    const elsewhere = channelNamed(guild, 'Bridge');
    expect((await call('POST', `${path}?thread_id=${elsewhere}`, { content: 'x' })).code).toBe(10003);
    for (let i = 1; i < 15; i += 1) await call('POST', hooks, { name: `Herald ${i}` });
    expect((await call('POST', hooks, { name: 'One more' })).code).toBe(30007);
  });

  it('by webhooks: as a form whose fields are texts, of which libraries leave some empty', async () => {
    const hooks = messages.replace('messages', 'webhooks');
    const made = await rest<{ id: string; token: string }>(sandbox, 'POST', hooks, { name: 'Ruby' });
    const form = new FormData();
    for (const [name, value] of Object.entries({
      content: 'log',
      tts: 'false',
      username: '',
      avatar_url: '',
    }))
      form.set(name, value);
    form.set('file', new Blob(['all is well']), 'log.txt');
    const path = `/v10/webhooks/${made.body.id}/${made.body.token}?wait=true`;
    const answer = await fetch(`${sandbox.apiUrl}${path}`, { method: 'POST', body: form });
    expect(await answer.json()).toMatchObject({
      ...{ content: 'log', tts: false, author: { username: 'Ruby' } },
      attachments: [{ filename: 'log.txt' }],
    });
  });

  it('by webhooks of people: with components only when it is asked for, and none to interact with', async () => {
    const place = { channel_id: channelNamed(guild, 'events'), user_id: userNamed(guild, 'owner') };
    const hook = await sandbox.client.makeWebhook({ ...place, name: 'Feed' });
    const path = `/webhooks/${hook.id}/${hook.token ?? ''}?wait=true`;
    const row = (button: object): object => ({
      content: 'News',
      components: [{ type: 1, components: [{ type: 2, label: 'More', ...button }] }],
    });
    const link = row({ style: 5, url: 'https://example.test/' });
    const components = async (query: string): Promise<number> =>
      (await rest<APIMessage>(sandbox, 'POST', `${path}${query}`, link)).body.components?.length ?? 0;
    expect([await components(''), await components('&with_components=true')]).toEqual([0, 1]);
    const click = row({ style: 1, custom_id: 'more' });
    expect((await call('POST', `${path}&with_components=true`, click)).code).toBe(50035);
    expect((await call('POST', path, { components: click })).code).toBe(50006);
    const denied = sandbox.client.makeWebhook({ ...place, user_id: userNamed(guild, 'bob'), name: 'Feed' });
    await expect(denied).rejects.toMatchObject({ body: { code: 50013 } });
  });

  it('of others cannot be edited', async () => {
    const said = await control<Answer>(sandbox, 'POST', '/messages', {
      channel_id: channelNamed(guild, 'events'),
      user_id: userNamed(guild, 'ada'),
      content: 'hello',
    });
    expect((await call('PATCH', `${messages}/${said.body.id}`, { content: 'mine' })).code).toBe(50005);
  });
});
