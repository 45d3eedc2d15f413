import { GatewayIntentBits as I } from 'discord-api-types/v10';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ALL_INTENTS } from '../../src/rules/application-flags.js';
import { createSandbox, type GuildView, type Sandbox } from '../../src/index.js';
import { channelNamed, control, makeGuild, rest, userNamed } from '../support/http.js';
import { RawClient, USUAL_INTENTS } from '../support/raw-client.js';

describe('what a session hears', () => {
  let sandbox: Sandbox;
  let guild: GuildView;
  let channel: string;

  beforeAll(async () => {
    sandbox = await createSandbox({
      rateLimits: { identifyWindowMs: 0, maxConcurrency: 2 },
      openapi: null,
    });
  });
  beforeEach(async () => {
    sandbox.reset();
    guild = await makeGuild(sandbox);
    channel = channelNamed(guild, 'events');
  });
  afterAll(async () => {
    await sandbox.close();
  });

  const write = async (content: string, where = channel): Promise<unknown> =>
    control(sandbox, 'POST', '/messages', {
      channel_id: where,
      user_id: userNamed(guild, 'bob'),
      content,
    });
  const send = async (content: string, where = channel): Promise<unknown> =>
    rest(sandbox, 'POST', `/channels/${where}/messages`, { content });
  const contents = (client: RawClient): unknown[] => client.all('MESSAGE_CREATE').map((d) => d['content']);

  it.each([
    ['GUILD_CREATE', I.Guilds, async () => makeGuild(sandbox, { name: 'Another' })],
    [
      'GUILD_MEMBER_ADD',
      I.GuildMembers,
      async () => control(sandbox, 'PUT', `/guilds/${guild.id}/members/42`, { username: 'new' }),
    ],
    ['MESSAGE_CREATE', I.GuildMessages, async () => write('x')],
    [
      'GUILD_SCHEDULED_EVENT_CREATE',
      I.GuildScheduledEvents,
      async () =>
        rest(sandbox, 'POST', `/guilds/${guild.id}/scheduled-events`, {
          name: 'Raid',
          privacy_level: 2,
          entity_type: 3,
          entity_metadata: { location: 'Stanton' },
          scheduled_start_time: new Date(Date.now() + 3_600_000).toISOString(),
          scheduled_end_time: new Date(Date.now() + 7_200_000).toISOString(),
        }),
    ],
  ])('%s only with its intent', async (name, intent, act) => {
    const without = ALL_INTENTS & ~intent;
    const wanting = await RawClient.identified(sandbox, { intents: intent });
    const other = await RawClient.identified(sandbox, { intents: without });
    await Promise.all([wanting.settle(), other.settle()]);
    const known = wanting.all(name).length;
    await act();
    await Promise.all([wanting.settle(), other.settle()]);
    expect(wanting.all(name)).toHaveLength(known + 1);
    expect(other.all(name)).toHaveLength(0);
  });

  it('only its own membership in a guild, without GUILD_MEMBERS', async () => {
    const blind = await RawClient.identified(sandbox, { intents: I.Guilds });
    const seeing = await RawClient.identified(sandbox, { intents: I.Guilds | I.GuildMembers });
    const members = async (client: RawClient): Promise<{ user: { id: string } }[]> =>
      (await client.dispatched('GUILD_CREATE'))['members'] as { user: { id: string } }[];
    expect((await members(blind)).map((m) => m.user.id)).toEqual([sandbox.applicationId]);
    expect(await members(seeing)).toHaveLength(guild.members.length);
    const later = await makeGuild(sandbox, { name: 'Later' });
    expect((await members(blind)).map((m) => m.user.id)).toEqual([sandbox.applicationId]);
    expect(await members(seeing)).toHaveLength(later.members.length);
  });

  it('no texts of others without MESSAGE_CONTENT, but its own, those that mention it, and direct messages', async () => {
    const intents = I.Guilds | I.GuildMessages | I.DirectMessages;
    const deaf = await RawClient.identified(sandbox, { intents });
    const hearing = await RawClient.identified(sandbox, { intents: intents | I.MessageContent });
    const dm = await rest<{ id: string }>(sandbox, 'POST', '/users/@me/channels', {
      recipient_id: userNamed(guild, 'bob'),
    });
    await send('own');
    await write('private thoughts');
    await write(`hello <@${sandbox.applicationId}>`);
    await write('in private', dm.body.id);
    await Promise.all([deaf.settle(), hearing.settle()]);
    const mention = `hello <@${sandbox.applicationId}>`;
    expect(contents(hearing)).toEqual(['own', 'private thoughts', mention, 'in private']);
    expect(contents(deaf)).toEqual(['own', '', mention, 'in private']);
    expect(deaf.all('MESSAGE_CREATE')[1]).toMatchObject({ embeds: [], components: [], attachments: [] });
  });

  it('only the guilds of its shard, and direct messages on shard 0', async () => {
    sandbox.reset();
    const idFor = (shard: number): string => String((BigInt(1_000 + shard) << 22n) | 5n);
    const guilds = [
      await makeGuild(sandbox, { id: idFor(0), name: 'even' }),
      await makeGuild(sandbox, { id: idFor(1), name: 'odd' }),
    ];
    const shards = [
      await RawClient.identified(sandbox, { intents: USUAL_INTENTS, shard: [0, 2] }),
      await RawClient.identified(sandbox, { intents: USUAL_INTENTS, shard: [1, 2] }),
    ];
    for (const one of guilds) await send(`to ${one.name}`, channelNamed(one, 'events'));
    const dm = await rest<{ id: string }>(sandbox, 'POST', '/users/@me/channels', {
      recipient_id: userNamed(guilds[1] ?? guild, 'bob'),
    });
    await send('direct', dm.body.id);
    await Promise.all(shards.map(async (client) => client.settle()));
    expect(shards.map((client) => client.all('GUILD_CREATE').map((d) => d['name']))).toEqual([
      ['even'],
      ['odd'],
    ]);
    expect(shards.map(contents)).toEqual([['to even', 'direct'], ['to odd']]);
    expect(shards.map((client) => client.all('READY')[0]?.['shard'])).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });

  it('nothing of ephemeral messages', async () => {
    const client = await RawClient.identified(sandbox);
    await send('seen');
    const { world } = sandbox.context;
    const seen = [...world.messages.values()].at(-1);
    if (!seen) throw new Error('no message');
    world.messages.patch(seen, { reader_id: userNamed(guild, 'bob') });
    await rest(sandbox, 'PATCH', `/channels/${channel}/messages/${seen.id}`, { content: 'secret' });
    await client.settle();
    expect(client.names).not.toContain('MESSAGE_UPDATE');
  });
});
