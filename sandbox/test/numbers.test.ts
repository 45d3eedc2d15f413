import { GatewayIntentBits as I } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox, type GuildView, type Sandbox } from '../src/index.js';
import { channelNamed, makeGuild, userNamed, type Answer } from './support/http.js';
import { RawClient } from './support/raw-client.js';

/** discord.py writes ids as numbers, which JavaScript's own JSON would round. */
describe('ids sent as numbers', () => {
  let sandbox: Sandbox;
  let guild: GuildView;
  let ada: string;
  let channel: string;

  beforeAll(async () => {
    sandbox = await createSandbox({ rateLimits: { enabled: false } });
    guild = await makeGuild(sandbox);
    ada = userNamed(guild, 'ada');
    channel = channelNamed(guild, 'events');
  });
  afterAll(async () => {
    await sandbox.close();
  });

  /** The body is a text: `JSON.stringify` could not write the numbers. */
  async function send(method: string, path: string, body: string): Promise<Answer> {
    const response = await fetch(`${sandbox.apiUrl}/v10${path}`, {
      method,
      headers: { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' },
      body,
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
  }

  it('takes the last of a name that stands twice, beside a long number, too', async () => {
    const body = '{"content":"first","content":"last","nonce":12345678901234567}';
    const answer = await send('POST', `/channels/${channel}/messages`, body);
    expect(answer.body).toMatchObject({ content: 'last' });
  });

  it('what is no integer in Discord’s eyes is none here', async () => {
    const faulty = ['{"content":1e400}', '{"content":"x","flags":1e30}', '{"content":"x","nonce":1e30}'];
    for (const body of faulty)
      expect((await send('POST', `/channels/${channel}/messages`, body)).body).toMatchObject({ code: 50035 });
    for (const limit of ['1e1', '0x10', '1.0', '']) {
      const answer = await fetch(`${sandbox.apiUrl}/v10/channels/${channel}/messages?limit=${limit}`, {
        headers: { authorization: `Bot ${sandbox.token}` },
      });
      expect([limit, answer.status]).toEqual([limit, 400]);
    }
  });

  it('replies and mentions keep every digit', async () => {
    const first = await send('POST', `/channels/${channel}/messages`, '{"content":"first"}');
    const { id } = first.body as { id: string };
    const reply = await send(
      'POST',
      `/channels/${channel}/messages`,
      `{"content":"<@${ada}>","message_reference":{"message_id":${id},"channel_id":${channel}},
        "allowed_mentions":{"users":[${ada}]}}`,
    );
    expect(reply).toMatchObject({
      status: 200,
      body: { message_reference: { message_id: id }, mentions: [{ id: ada }] },
    });
  });

  it('so do recipients, roles, parents and overwrites', async () => {
    const dm = await send('POST', '/users/@me/channels', `{"recipient_id":${ada}}`);
    expect(dm).toMatchObject({ status: 200, body: { recipients: [{ id: ada }] } });
    const role = guild.roles.find((r) => r.name === 'Pilot')?.id ?? '';
    const member = await send('PATCH', `/guilds/${guild.id}/members/${ada}`, `{"roles":[${role}]}`);
    expect(member).toMatchObject({ status: 200, body: { roles: [role] } });
    const made = await send('POST', `/guilds/${guild.id}/channels`, '{"name":"Raids","type":4}');
    const category = (made.body as { id: string }).id;
    const below = await send(
      'POST',
      `/guilds/${guild.id}/channels`,
      `{"name":"plans","parent_id":${category},
        "permission_overwrites":[{"id":${role},"type":0,"allow":"1024","deny":0}]}`,
    );
    expect(below).toMatchObject({
      status: 201,
      body: { parent_id: category, permission_overwrites: [{ id: role, allow: '1024', deny: '0' }] },
    });
  });

  it("so do a scheduled event's channel and bulk deletes", async () => {
    const event = await send(
      'POST',
      `/guilds/${guild.id}/scheduled-events`,
      `{"name":"Raid","privacy_level":2,"entity_type":2,"channel_id":${channelNamed(guild, 'Bridge')},
        "scheduled_start_time":"${new Date(Date.now() + 3_600_000).toISOString()}"}`,
    );
    expect(event).toMatchObject({ status: 200, body: { channel_id: channelNamed(guild, 'Bridge') } });
    const sent = await Promise.all(
      [1, 2].map((n) => send('POST', `/channels/${channel}/messages`, `{"content":"${n}"}`)),
    );
    const ids = sent.map((answer) => (answer.body as { id: string }).id).join();
    expect(
      (await send('POST', `/channels/${channel}/messages/bulk-delete`, `{"messages":[${ids}]}`)).status,
    ).toBe(204);
  });

  it('the gateway takes them, too', async () => {
    const client = await RawClient.identified(sandbox, { intents: I.Guilds | I.GuildMembers });
    client.sendText(`{"op":8,"d":{"guild_id":${guild.id},"user_ids":[${ada}],"limit":0}}`);
    expect(await client.dispatched('GUILD_MEMBERS_CHUNK')).toMatchObject({
      guild_id: guild.id,
      members: [{ user: { id: ada } }],
      not_found: [],
    });
  });

  it('texts that look like ids stay texts, and what is no JSON is refused', async () => {
    const content = 'an id: 1234567890123456789, "quoted" \\ 98765432109876543210';
    const body = JSON.stringify({ content });
    expect((await send('POST', `/channels/${channel}/messages`, body)).body).toMatchObject({ content });
    expect(
      await send('POST', `/channels/${channel}/messages`, '{"nonce":12345678901234567890,}'),
    ).toMatchObject({
      status: 400,
      body: { code: 50109 },
    });
  });
});
