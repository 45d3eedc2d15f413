import type { APIMessage, APIThreadChannel } from 'discord-api-types/v10';
import { ChannelType } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox, type GuildView, type Sandbox } from '../src/index.js';
import { channelNamed, makeGuild, rest, userNamed } from './support/http.js';

const MESSAGES = ['The raid is tonight', 'Raid!', 'Tonight we plan, and the raid follows', 'Tonight: raids'];
const POSTS = ['Ships for the raid', 'Raid', 'Ships that may yet leave for the raid'];

describe('a search', () => {
  let sandbox: Sandbox;
  let guild: GuildView;

  beforeAll(async () => {
    sandbox = await createSandbox({ rateLimits: { enabled: false } });
    const channels = [
      { name: 'events', type: ChannelType.GuildText },
      { name: 'ideas', type: ChannelType.GuildForum },
    ];
    guild = await makeGuild(sandbox, { bot_permissions: '8', channels });
    const place = { channel_id: channelNamed(guild, 'events'), user_id: userNamed(guild, 'ada') };
    for (const content of MESSAGES) await sandbox.client.writeMessage({ ...place, content });
    for (const name of POSTS)
      await rest(sandbox, 'POST', `/channels/${channelNamed(guild, 'ideas')}/threads`, {
        name,
        message: { content: 'x' },
      });
  });
  afterAll(async () => {
    await sandbox.close();
  });

  async function messages(query: Record<string, string>): Promise<number[]> {
    const path = `/guilds/${guild.id}/messages/search?${String(new URLSearchParams(query))}`;
    const { body } = await rest<{ messages: APIMessage[][] }>(sandbox, 'GET', path);
    return body.messages.flat().map(({ content }) => MESSAGES.indexOf(content));
  }
  async function posts(query: Record<string, string>): Promise<number[]> {
    const path = `/channels/${channelNamed(guild, 'ideas')}/threads/search?${String(new URLSearchParams(query))}`;
    const { body } = await rest<{ threads: APIThreadChannel[] }>(sandbox, 'GET', path);
    return body.threads.map(({ name }) => POSTS.indexOf(name));
  }

  it.each([
    ['words with two others between them, unless told otherwise', { content: 'raid tonight' }, [3, 0]],
    ['words in their order and side by side', { content: 'raid tonight', slop: '0' }, []],
    ['words with one between them', { content: 'RAID tonight', slop: '1' }, [0]],
    ['words that stand far apart', { content: 'tonight raid', slop: '4' }, [3, 2, 0]],
    ['parts of words, the latest first', { content: 'rai' }, [3, 2, 1, 0]],
    ['the oldest first', { content: 'raid', sort_order: 'asc' }, [0, 1, 2, 3]],
    ['the most relevant first', { content: 'raid', sort_by: 'relevance' }, [1, 3, 0, 2]],
    [
      'it whatever order is asked',
      { content: 'raid', sort_by: 'relevance', sort_order: 'asc' },
      [1, 3, 0, 2],
    ],
  ])('finds %s', async (_, query, found) => {
    expect(await messages(query)).toEqual(found);
  });

  it.each([
    ['words near one another', { name: 'ships raid' }, [0]],
    ['words far apart', { name: 'ships raid', slop: '9' }, [2, 0]],
    ['the most relevant first', { name: 'raid', sort_by: 'relevance' }, [1, 0, 2]],
  ])('finds by posts’ names %s', async (_, query, found) => {
    expect(await posts(query)).toEqual(found);
  });

  it('refuses a slop that is too large', async () => {
    expect((await rest(sandbox, 'GET', `/guilds/${guild.id}/messages/search?slop=101`)).status).toBe(400);
  });
});
