import { GatewayIntentBits as I, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox, type GuildView, type Sandbox } from '../src/index.js';
import { channelNamed, control, makeGuild, rest, userNamed } from './support/http.js';
import { RawClient } from './support/raw-client.js';

describe('refusals', () => {
  let sandbox: Sandbox;
  let guild: GuildView;
  let channel: string;
  let messages: string;

  beforeAll(async () => {
    sandbox = await createSandbox({ rateLimits: { enabled: false } });
    guild = await makeGuild(sandbox, { bot_permissions: String(P.Administrator) });
    channel = channelNamed(guild, 'events');
    messages = `/channels/${channel}/messages`;
  });
  afterAll(async () => {
    await sandbox.close();
  });

  it('answers HEAD where something waits for it or looks for a file; the API knows none', async () => {
    const head = async (path: string): Promise<number> =>
      (await fetch(`${sandbox.url}${path}`, { method: 'HEAD' })).status;
    expect(await Promise.all(['/', '/sandbox/gateway', '/embed/avatars/0.png'].map(head))).toEqual([
      200, 200, 200,
    ]);
    expect((await rest(sandbox, 'HEAD', '/gateway/bot')).status).toBe(405);
  });

  it('405 for a method that a path does not know, 404 for a path that there is not', async () => {
    expect(await rest(sandbox, 'DELETE', messages)).toMatchObject({
      status: 405,
      body: { message: '405: Method Not Allowed', code: 0 },
    });
    for (const path of ['/nothing', '/gateway/']) {
      expect(await rest(sandbox, 'GET', path)).toMatchObject({
        status: 404,
        body: { message: '404: Not Found', code: 0 },
      });
    }
  });

  it("Discord's bodies for addresses that it does not know", async () => {
    const ask = async (path: string): Promise<[number, unknown]> => {
      const response = await fetch(`${sandbox.url}${path}`);
      return [response.status, await response.json()];
    };
    expect(await ask('/api/v6/gateway')).toEqual([400, { message: 'Invalid API version', code: 50041 }]);
    expect(await ask('/api/v10/channels/%E0%A4%A')).toEqual([400, { message: '400: Bad Request', code: 0 }]);
    expect(await ask('/nowhere')).toEqual([404, { message: '404: Not Found', code: 0 }]);
  });

  it('what is no id cannot begin a page', async () => {
    for (const path of [
      `${messages}?before=abc`,
      `/guilds/${guild.id}/members?after=1.5`,
      `${messages}?around=`,
    ])
      expect(await rest(sandbox, 'GET', path)).toMatchObject({ status: 400, body: { code: 50035 } });
    const time = encodeURIComponent(new Date().toISOString());
    expect((await rest(sandbox, 'GET', `${messages}/pins?before=${time}`)).status).toBe(200);
    expect(
      (await rest(sandbox, 'GET', `/channels/${channel}/threads/archived/public?before=${time}`)).status,
    ).toBe(200);
  });

  it('a reply to an unknown message is refused, or sent without it where that is wanted', async () => {
    const reply = (failIfNotExists?: boolean): object => ({
      content: 'x',
      message_reference: { message_id: '123456789012345678', fail_if_not_exists: failIfNotExists },
    });
    expect(await rest(sandbox, 'POST', messages, reply())).toMatchObject({
      status: 400,
      body: { code: 50035, errors: { message_reference: { _errors: [{ message: 'Unknown message' }] } } },
    });
    const sent = await rest(sandbox, 'POST', messages, reply(false));
    expect(sent).toMatchObject({ status: 200, body: { type: 0 } });
    expect(sent.body).not.toHaveProperty('message_reference');
  });

  it('faults of a whole never stand beside faults of its parts', async () => {
    const answer = await rest(sandbox, 'POST', `/guilds/${guild.id}/scheduled-events`, {
      name: 'Raid',
      privacy_level: 2,
      entity_type: 3,
      entity_metadata: {},
      scheduled_start_time: new Date(Date.now() + 3_600_000).toISOString(),
    });
    const { entity_metadata } = (answer.body as { errors: { entity_metadata: object } }).errors;
    expect(Object.keys(entity_metadata)).toEqual(['location']);
  });

  it("embeds of another one's message can be hidden by who may manage messages, and nothing else", async () => {
    const body = { channel_id: channel, user_id: userNamed(guild, 'ada'), content: 'x' };
    const { id } = (await control<{ id: string }>(sandbox, 'POST', '/messages', body)).body;
    const path = `${messages}/${id}`;
    const hidden = await rest(sandbox, 'PATCH', path, { flags: 4 });
    expect(hidden).toMatchObject({ status: 200, body: { flags: 4, edited_timestamp: null } });
    expect(await rest(sandbox, 'PATCH', path, { flags: 4, content: 'y' })).toMatchObject({
      status: 403,
      body: { code: 50005 },
    });
  });

  it('texts are trimmed, and whole seconds have no fraction', async () => {
    expect((await rest(sandbox, 'POST', messages, { content: '  hi \n' })).body).toMatchObject({
      content: 'hi',
    });
    const embeds = [{ title: 'x', timestamp: '2030-01-02T03:04:05Z' }];
    expect((await rest(sandbox, 'POST', messages, { embeds })).body).toMatchObject({
      embeds: [{ timestamp: '2030-01-02T03:04:05+00:00' }],
    });
    expect((await rest(sandbox, 'GET', '/users/@me')).body).toMatchObject({
      discriminator: expect.stringMatching(/^\d{4}$/) as string,
    });
  });

  it('a wrong token does not use up what the bot may ask', async () => {
    const limited = await createSandbox({
      rateLimits: { globalPerSecond: 3 },
      openapi: null,
      clock: () => 1.9e12,
    });
    const wrong = { authorization: 'Bot wrong' };
    for (let n = 0; n < 5; n += 1)
      expect((await rest(limited, 'GET', '/users/@me', undefined, wrong)).status).toBe(401);
    for (let n = 0; n < 3; n += 1) expect((await rest(limited, 'GET', '/users/@me')).status).toBe(200);
    expect((await rest(limited, 'GET', '/users/@me')).status).toBe(429);
    await limited.close();
  });

  it('privileged intents that the application was not granted close the connection', async () => {
    const modest = await createSandbox({ allowedIntents: I.GuildMembers, openapi: null });
    const flags = async (): Promise<number> =>
      (await rest<{ flags: number }>(modest, 'GET', '/applications/@me')).body.flags & 0xff_f000;
    expect(await flags()).toBe((1 << 15) | (1 << 23));
    const connect = async (intents: number): Promise<RawClient> => {
      const client = await RawClient.open(modest);
      client.identify({ intents });
      return client;
    };
    expect(await (await connect(I.MessageContent)).closed).toBe(4014);
    expect(await (await connect(1 << 30)).closed).toBe(4013);
    // Those that are not privileged need no grant.
    await (await connect(I.Guilds | I.GuildMembers | I.GuildVoiceStates)).dispatched('READY');
    await rest(modest, 'PATCH', '/applications/@me', { flags: (1 << 19) | (1 << 14) });
    expect(await flags()).toBe((1 << 19) | (1 << 23));
    expect(await (await connect(I.GuildMembers)).closed).toBe(4014);
    await modest.close();
  });
});
