import {
  GatewayIntentBits as I,
  GatewayOpcodes as Op,
  PermissionFlagsBits as P,
} from 'discord-api-types/v10';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSandbox, type GuildView, type Sandbox } from '../src/index.js';
import { channelNamed, control, makeGuild, rest, userNamed } from './support/http.js';
import { RawClient } from './support/raw-client.js';

describe('voice, without audio', () => {
  let sandbox: Sandbox;
  let guild: GuildView;
  let client: RawClient;
  let bridge: string;
  let stage: string;
  let ada: string;

  beforeAll(async () => {
    sandbox = await createSandbox({ rateLimits: { enabled: false } });
  });
  afterAll(async () => {
    await sandbox.close();
  });
  beforeEach(async () => {
    guild = await makeGuild(sandbox, {
      bot_permissions: String(P.Administrator),
      channels: [
        { name: 'events', type: 0 },
        { name: 'Bridge', type: 2 },
        { name: 'Mess', type: 2 },
        { name: 'Stage', type: 13 },
      ],
    });
    bridge = channelNamed(guild, 'Bridge');
    stage = channelNamed(guild, 'Stage');
    ada = userNamed(guild, 'ada');
    client = await RawClient.identified(sandbox, { intents: I.Guilds | I.GuildVoiceStates });
  });
  const enter = async (user: string, channelId: string): Promise<number> =>
    (await control(sandbox, 'PUT', `/guilds/${guild.id}/voice-states/${user}`, { channel_id: channelId }))
      .status;

  it('people enter, are moved and muted by the bot, and leave', async () => {
    expect(await enter(ada, bridge)).toBe(200);
    expect(await client.dispatched('VOICE_STATE_UPDATE')).toMatchObject({
      guild_id: guild.id,
      channel_id: bridge,
      user_id: ada,
      member: { user: { id: ada } },
    });
    const member = `/guilds/${guild.id}/members/${ada}`;
    const mess = channelNamed(guild, 'Mess');
    expect((await rest(sandbox, 'PATCH', member, { channel_id: mess, mute: true })).status).toBe(200);
    expect(await client.dispatched('VOICE_STATE_UPDATE')).toMatchObject({ channel_id: mess, mute: true });
    const path = `/guilds/${guild.id}/voice-states/${ada}`;
    expect((await rest(sandbox, 'GET', path)).body).toMatchObject({ channel_id: mess, mute: true });
    await rest(sandbox, 'PATCH', member, { channel_id: null });
    expect(await client.dispatched('VOICE_STATE_UPDATE')).toMatchObject({ user_id: ada, channel_id: null });
    expect(await rest(sandbox, 'GET', path)).toMatchObject({ status: 404, body: { code: 10065 } });
    expect(await rest(sandbox, 'PATCH', member, { channel_id: mess })).toMatchObject({
      body: { code: 40032 },
    });
    expect(await control(sandbox, 'DELETE', `/guilds/${guild.id}/voice-states/${ada}`)).toMatchObject({
      status: 404,
    });
  });

  it('the bot enters by its gateway and is told of a server without an endpoint', async () => {
    client.sendText(
      `{"op":4,"d":{"guild_id":${guild.id},"channel_id":${bridge},"self_mute":true,"self_deaf":false}}`,
    );
    expect(await client.dispatched('VOICE_STATE_UPDATE')).toMatchObject({
      user_id: sandbox.applicationId,
      channel_id: bridge,
      self_mute: true,
    });
    expect(await client.dispatched('VOICE_SERVER_UPDATE')).toMatchObject({
      guild_id: guild.id,
      endpoint: null,
    });
    const fresh = await RawClient.identified(sandbox, { intents: I.Guilds });
    await expect
      .poll(() => fresh.all('GUILD_CREATE').find((d) => d['id'] === guild.id))
      .toMatchObject({ voice_states: [{ user_id: sandbox.applicationId, channel_id: bridge }] });
    client.send(Op.VoiceStateUpdate, {
      guild_id: guild.id,
      channel_id: null,
      self_mute: false,
      self_deaf: false,
    });
    expect(await client.dispatched('VOICE_STATE_UPDATE')).toMatchObject({ channel_id: null });
  });

  it('a full channel lets nobody in, and whose channel is deleted has left it', async () => {
    await rest(sandbox, 'PATCH', `/channels/${bridge}`, { user_limit: 1 });
    expect(await enter(ada, bridge)).toBe(200);
    expect(await enter(userNamed(guild, 'bob'), bridge)).toBe(403);
    await client.dispatched('VOICE_STATE_UPDATE');
    await rest(sandbox, 'DELETE', `/channels/${bridge}`);
    expect(await client.dispatched('VOICE_STATE_UPDATE')).toMatchObject({ user_id: ada, channel_id: null });
  });

  it('stages open and close, with speakers and an audience', async () => {
    const opened = await rest(sandbox, 'POST', '/stage-instances', { channel_id: stage, topic: 'Briefing' });
    expect(opened).toMatchObject({ status: 200, body: { topic: 'Briefing', channel_id: stage } });
    expect(await client.dispatched('STAGE_INSTANCE_CREATE')).toMatchObject({ topic: 'Briefing' });
    const again = await rest(sandbox, 'POST', '/stage-instances', { channel_id: stage, topic: 'Briefing' });
    expect(again.body).toMatchObject({ code: 150006 });
    await enter(ada, stage);
    expect(await client.dispatched('VOICE_STATE_UPDATE')).toMatchObject({ user_id: ada, suppress: true });
    const path = `/guilds/${guild.id}/voice-states/${ada}`;
    expect((await rest(sandbox, 'PATCH', path, { channel_id: stage, suppress: false })).status).toBe(204);
    expect(await client.dispatched('VOICE_STATE_UPDATE')).toMatchObject({ suppress: false });
    await rest(sandbox, 'PATCH', `/stage-instances/${stage}`, { topic: 'Debriefing' });
    expect(await client.dispatched('STAGE_INSTANCE_UPDATE')).toMatchObject({ topic: 'Debriefing' });
    expect((await rest(sandbox, 'DELETE', `/stage-instances/${stage}`)).status).toBe(204);
    await client.dispatched('STAGE_INSTANCE_DELETE');
    expect((await rest(sandbox, 'GET', `/stage-instances/${stage}`)).body).toMatchObject({ code: 10067 });
  });

  it('a voice channel says what it is about', async () => {
    const path = `/channels/${bridge}/voice-status`;
    expect((await rest(sandbox, 'PUT', path, { status: 'Raid' })).status).toBe(204);
    expect(await client.dispatched('VOICE_CHANNEL_STATUS_UPDATE')).toMatchObject({
      id: bridge,
      status: 'Raid',
    });
    expect((await rest<object[]>(sandbox, 'GET', '/voice/regions')).body.length).toBeGreaterThan(0);
  });
});
