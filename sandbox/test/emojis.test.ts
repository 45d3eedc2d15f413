import { GatewayIntentBits as I, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox, type GuildView, type Sandbox } from '../src/index.js';
import { channelNamed, makeGuild, rest, type Answer } from './support/http.js';
import { GIF, PNG } from './support/pictures.js';
import { RawClient } from './support/raw-client.js';

interface Emoji {
  id: string;
  name: string;
  animated: boolean;
}

describe('emojis', () => {
  let sandbox: Sandbox;
  let guild: GuildView;
  let messages: string;

  beforeAll(async () => {
    sandbox = await createSandbox({ rateLimits: { enabled: false } });
    guild = await makeGuild(sandbox, { bot_permissions: String(P.Administrator) });
    messages = `/channels/${channelNamed(guild, 'events')}/messages`;
  });
  afterAll(async () => {
    await sandbox.close();
  });

  const make = async (owner: string, name: string, image = PNG): Promise<Answer<Emoji>> =>
    rest<Emoji>(sandbox, 'POST', `${owner}/emojis`, { name, image });
  const button = (emoji: unknown): object => ({
    content: 'x',
    components: [{ type: 1, components: [{ type: 2, style: 1, custom_id: 'a', emoji }] }],
  });
  const option = (emoji: unknown): object => {
    const options = [{ label: 'a', value: 'a', emoji }];
    return { content: 'x', components: [{ type: 1, components: [{ type: 3, custom_id: 'a', options }] }] };
  };

  it('of servers are made, told, renamed and removed', async () => {
    const client = await RawClient.identified(sandbox, { intents: I.Guilds | I.GuildExpressions });
    const made = await make(`/guilds/${guild.id}`, 'idris', GIF);
    expect(made).toMatchObject({ status: 201, body: { name: 'idris', animated: true, available: true } });
    expect(await client.dispatched('GUILD_EMOJIS_UPDATE')).toMatchObject({
      guild_id: guild.id,
      emojis: [{ id: made.body.id, name: 'idris' }],
    });
    const path = `/guilds/${guild.id}/emojis/${made.body.id}`;
    expect((await rest(sandbox, 'PATCH', path, { name: 'javelin' })).body).toMatchObject({ name: 'javelin' });
    expect((await rest(sandbox, 'GET', `/guilds/${guild.id}`)).body).toMatchObject({
      emojis: [{ name: 'javelin' }],
    });
    expect((await rest(sandbox, 'DELETE', path)).status).toBe(204);
    expect(await rest(sandbox, 'GET', path)).toMatchObject({ status: 404, body: { code: 10014 } });
  });

  it('are refused without a right name or picture, and past their number', async () => {
    expect((await make(`/guilds/${guild.id}`, 'no spaces')).body).toMatchObject({
      errors: { name: { _errors: [{ code: 'STRING_TYPE_REGEX' }] } },
    });
    expect((await make(`/guilds/${guild.id}`, 'text', 'data:image/png;base64,AAAA')).body).toMatchObject({
      errors: { image: { _errors: [{ code: 'IMAGE_INVALID' }] } },
    });
    for (let n = 0; n < 50; n += 1) await make(`/guilds/${guild.id}`, `emoji_${n}`);
    expect(await make(`/guilds/${guild.id}`, 'one_more')).toMatchObject({
      status: 400,
      body: { code: 30008 },
    });
    expect((await make(`/guilds/${guild.id}`, 'animated', GIF)).status).toBe(201);
  });

  it('stand in buttons and options as Discord gives them back', async () => {
    const own = (await make(`/applications/${sandbox.applicationId}`, 'ship')).body;
    const sent = async (body: object): Promise<unknown> => {
      const { body: message } = await rest<{ components: { components: object[] }[] }>(
        sandbox,
        'POST',
        messages,
        body,
      );
      return message.components[0]?.components[0];
    };
    expect(await sent(button({ id: own.id }))).toMatchObject({ emoji: { id: own.id, name: 'ship' } });
    expect(await sent(option({ id: own.id, name: 'another' }))).toMatchObject({
      options: [{ emoji: { id: own.id, name: 'ship' } }],
    });
    expect(await sent(button({ id: null, name: '✅' }))).toHaveProperty('emoji', { name: '✅' });
  });

  it.each(['❤', '❤️', '👩‍🚀', '🕵🏽‍♂️', '1️⃣', '🇫🇷', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '©'])('%s is one of Unicode', async (name) => {
    expect((await rest(sandbox, 'POST', messages, button({ name }))).status).toBe(200);
  });

  it.each([{ name: 'zzz' }, { name: '👍👍' }, { name: '1' }, {}, { id: '123456789012345678', name: 'gone' }])(
    '%j is refused as Discord refuses it',
    async (emoji) => {
      const field = 'id' in emoji ? 'id' : 'name';
      const at = (rest: object): object => ({ emoji: { [field]: { _errors: [rest] } } });
      const error = { code: 'BUTTON_COMPONENT_INVALID_EMOJI', message: 'Invalid emoji' };
      const inRow = (component: object): object => ({
        code: 50035,
        errors: { components: { 0: { components: { 0: component } } } },
      });
      expect(await rest(sandbox, 'POST', messages, button(emoji))).toMatchObject({
        status: 400,
        body: inRow(at(error)),
      });
      expect((await rest(sandbox, 'POST', messages, option(emoji))).body).toMatchObject(
        inRow({ options: { 0: at(error) } }),
      );
    },
  );

  it('react to messages', async () => {
    const [emoji] = (await rest<Emoji[]>(sandbox, 'GET', `/guilds/${guild.id}/emojis`)).body;
    const { id } = (await rest<{ id: string }>(sandbox, 'POST', messages, { content: 'hi' })).body;
    const react = async (name: string): Promise<Answer> =>
      rest(sandbox, 'PUT', `${messages}/${id}/reactions/${encodeURIComponent(name)}/@me`);
    expect((await react(`other_name:${emoji?.id}`)).status).toBe(204);
    expect(await react('gone:123456789012345678')).toMatchObject({ status: 400, body: { code: 10014 } });
    expect(await react('zzz')).toMatchObject({ status: 400, body: { code: 10014 } });
    expect((await rest(sandbox, 'GET', `${messages}/${id}`)).body).toMatchObject({
      reactions: [{ emoji: { id: emoji?.id, name: emoji?.name }, count: 1, me: true }],
    });
  });
});
