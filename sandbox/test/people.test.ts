import { GatewayIntentBits as I, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSandbox, type GuildView, type Outcome, type Sandbox } from '../src/index.js';
import { channelNamed, control, makeGuild, rest, userNamed, type Answer } from './support/http.js';
import { PNG } from './support/pictures.js';
import { RawBot } from './support/raw-bot.js';
import { RawClient } from './support/raw-client.js';

const EVERYTHING =
  I.Guilds | I.GuildMembers | I.GuildPresences | I.GuildMessages | I.GuildMessageReactions | I.MessageContent;

describe('what people do', () => {
  let sandbox: Sandbox;
  let guild: GuildView;
  let client: RawClient;
  let channelId: string;
  let ada: string;
  let bob: string;

  beforeAll(async () => {
    sandbox = await createSandbox({ rateLimits: { enabled: false } });
  });
  afterAll(async () => {
    await sandbox.close();
  });
  beforeEach(async () => {
    guild = await makeGuild(sandbox, {
      roles: [
        { name: 'Pilot' },
        { name: 'Moderator', permissions: String(P.PinMessages | P.ManageMessages) },
      ],
    });
    channelId = channelNamed(guild, 'events');
    [ada, bob] = [userNamed(guild, 'ada'), userNamed(guild, 'bob')];
    client = await RawClient.identified(sandbox, { intents: EVERYTHING });
  });

  async function write(userId: string, more: object = {}): Promise<Answer<{ id: string }>> {
    return control(sandbox, 'POST', '/messages', {
      channel_id: channelId,
      user_id: userId,
      content: 'hi',
      ...more,
    });
  }

  it('write, answer, edit and delete, each their own messages', async () => {
    const { id } = (await write(ada)).body;
    expect(await client.dispatched('MESSAGE_CREATE')).toMatchObject({ id, author: { id: ada } });
    const reply = await write(bob, { message_reference: { message_id: id } });
    expect(await client.dispatched('MESSAGE_CREATE')).toMatchObject({
      id: reply.body.id,
      type: 19,
      referenced_message: { id },
      mentions: [{ id: ada }],
    });
    const path = `/messages/${id}`;
    expect((await control(sandbox, 'PATCH', path, { user_id: bob, content: 'no' })).body).toMatchObject({
      code: 50005,
    });
    await control(sandbox, 'PATCH', path, { user_id: ada, content: 'hello' });
    expect(await client.dispatched('MESSAGE_UPDATE')).toMatchObject({ id, content: 'hello' });
    expect((await control(sandbox, 'DELETE', `${path}?user_id=${bob}`)).status).toBe(403);
    expect((await control(sandbox, 'DELETE', `${path}?user_id=${ada}`)).status).toBe(200);
    expect(await client.dispatched('MESSAGE_DELETE')).toMatchObject({ id });
  });

  it('react and take it back', async () => {
    const { id } = (await write(ada)).body;
    const path = `/messages/${id}/reactions/${encodeURIComponent('👍')}/${bob}`;
    expect((await control(sandbox, 'PUT', path)).status).toBe(200);
    expect(await client.dispatched('MESSAGE_REACTION_ADD')).toMatchObject({
      user_id: bob,
      message_id: id,
      emoji: { name: '👍' },
      message_author_id: ada,
    });
    await control(sandbox, 'DELETE', path);
    expect(await client.dispatched('MESSAGE_REACTION_REMOVE')).toMatchObject({
      user_id: bob,
      message_id: id,
    });
  });

  it('pin, where they may', async () => {
    const { id } = (await write(ada)).body;
    const path = `/messages/${id}/pin?user_id=${ada}`;
    expect((await control(sandbox, 'PUT', path)).status).toBe(403);
    await control(sandbox, 'PUT', `/guilds/${guild.id}/members/${ada}`, { roles: ['Moderator'] });
    expect((await control(sandbox, 'PUT', path)).status).toBe(200);
    expect((await rest(sandbox, 'GET', `/channels/${channelId}/pins`)).body).toMatchObject([{ id }]);
    await control(sandbox, 'DELETE', path);
    expect((await rest(sandbox, 'GET', `/channels/${channelId}/pins`)).body).toEqual([]);
  });

  it('change their nickname, name, avatar and status, leave and come back', async () => {
    const member = `/guilds/${guild.id}/members/${ada}`;
    await control(sandbox, 'PUT', member, { nick: 'Ada the Great' });
    expect(await client.dispatched('GUILD_MEMBER_UPDATE')).toMatchObject({
      nick: 'Ada the Great',
      roles: [guild.roles.find((role) => role.name === 'Pilot')?.id],
    });
    const changed = await control<{ avatar: string }>(sandbox, 'PATCH', `/users/${ada}`, {
      global_name: 'Countess',
      avatar: PNG,
    });
    expect(await client.dispatched('GUILD_MEMBER_UPDATE')).toMatchObject({
      user: { global_name: 'Countess', avatar: changed.body.avatar },
    });
    const picture = await fetch(`${sandbox.url}/avatars/${ada}/${changed.body.avatar}.png?size=64`);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
    await control(sandbox, 'PATCH', `/users/${ada}`, { status: 'dnd' });
    expect(await client.dispatched('PRESENCE_UPDATE')).toMatchObject({ user: { id: ada }, status: 'dnd' });
    expect((await control(sandbox, 'PATCH', `/users/${ada}`, { status: 'asleep' })).status).toBe(400);
    await control(sandbox, 'DELETE', member);
    expect(await client.dispatched('GUILD_MEMBER_REMOVE')).toMatchObject({ user: { id: ada } });
    await control(sandbox, 'PUT', member);
    expect(await client.dispatched('GUILD_MEMBER_ADD')).toMatchObject({
      user: { id: ada },
      nick: null,
      roles: [],
    });
    const fresh = await RawClient.identified(sandbox, { intents: EVERYTHING });
    await fresh.settle();
    const presences = fresh.all('GUILD_CREATE').find((d) => d['id'] === guild.id)?.['presences'];
    expect(presences).toContainEqual(expect.objectContaining({ user: { id: ada }, status: 'dnd' }));
  });

  it('use commands from the menus of users and messages', async () => {
    const commands = `/applications/${sandbox.applicationId}/guilds/${guild.id}/commands`;
    await rest(sandbox, 'PUT', commands, [
      { type: 2, name: 'Who is it?' },
      { type: 3, name: 'Report it' },
    ]);
    const bot = await RawBot.start(sandbox);
    const place = { guild_id: guild.id, channel_id: channelId, user_id: ada };
    const use = async (body: object): Promise<Outcome> =>
      (await control<Outcome>(sandbox, 'POST', '/interactions/command', { ...place, ...body })).body;

    const ofUser = use({ type: 2, name: 'Who is it?', target_id: bob });
    const first = await bot.interaction();
    expect(first['data']).toMatchObject({
      type: 2,
      target_id: bob,
      resolved: { users: { [bob]: { username: 'bob' } }, members: { [bob]: { roles: [] } } },
    });
    expect(first['data']).not.toHaveProperty(['resolved', 'members', bob, 'mute']);
    await bot.answer(first, 4, { content: 'It is bob', flags: 64 });
    expect(await ofUser).toMatchObject({
      type: 4,
      message: {
        type: 23,
        content: 'It is bob',
        interaction: { type: 2, name: 'Who is it?' },
        interaction_metadata: { command_type: 2, target_user: { id: bob } },
      },
    });
    expect((await control(sandbox, 'GET', `/users/${ada}/ephemerals`)).body).toMatchObject([
      { content: 'It is bob' },
    ]);

    const { id } = (await write(bob, { content: 'rude' })).body;
    const ofMessage = use({ type: 3, name: 'Report it', target_id: id });
    const second = await bot.interaction();
    expect(second['data']).toMatchObject({
      target_id: id,
      resolved: { messages: { [id]: { content: 'rude' } } },
    });
    await bot.answer(second, 4, { content: 'Thanks' });
    expect(await ofMessage).toMatchObject({ message: { interaction_metadata: { target_message_id: id } } });
    expect(
      await control(sandbox, 'POST', '/interactions/command', { ...place, type: 3, name: 'Report it' }),
    ).toMatchObject({ status: 400, body: { errors: { target_id: {} } } });
  });
});
