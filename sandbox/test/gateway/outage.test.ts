import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSandbox, type GuildView, type Sandbox } from '../../src/index.js';
import { channelNamed, control, makeGuild, rest, userNamed } from '../support/http.js';
import { RawClient } from '../support/raw-client.js';

describe("an outage of Discord's", () => {
  let sandbox: Sandbox;
  let guild: GuildView;

  beforeEach(async () => {
    sandbox = await createSandbox({ rateLimits: { identifyWindowMs: 0 } });
    guild = await makeGuild(sandbox);
  });
  afterEach(async () => {
    await sandbox.close();
  });

  it('takes a server away and brings it back, as another thing than a removal', async () => {
    const client = await RawClient.identified(sandbox);
    await client.dispatched('GUILD_CREATE');
    await control(sandbox, 'PUT', `/guilds/${guild.id}/outage`);
    expect(await client.dispatched('GUILD_DELETE')).toEqual({ id: guild.id, unavailable: true });
    const body = {
      channel_id: channelNamed(guild, 'events'),
      user_id: userNamed(guild, 'ada'),
      content: 'hi',
    };
    expect(await control(sandbox, 'POST', '/messages', body)).toMatchObject({
      status: 503,
      body: { code: 130000 },
    });
    for (const path of [`/guilds/${guild.id}`, `/channels/${body.channel_id}`])
      expect(await rest(sandbox, 'GET', path)).toMatchObject({ status: 503, body: { code: 130000 } });

    await control(sandbox, 'DELETE', `/guilds/${guild.id}/outage`);
    expect(await client.dispatched('GUILD_CREATE')).toMatchObject({ id: guild.id, unavailable: false });
    expect((await rest(sandbox, 'GET', `/guilds/${guild.id}`)).status).toBe(200);
  });

  it('who connects meanwhile gets the server when it is over', async () => {
    await control(sandbox, 'PUT', `/guilds/${guild.id}/outage`);
    const client = await RawClient.identified(sandbox);
    expect(client.all('READY')).toMatchObject([{ guilds: [{ id: guild.id, unavailable: true }] }]);
    const other = await makeGuild(sandbox);
    // A server that the bot joins comes without the field: that is how clients know it from one that comes back.
    const joined = await client.dispatched('GUILD_CREATE');
    expect([joined['id'], 'unavailable' in joined]).toEqual([other.id, false]);
    await control(sandbox, 'DELETE', `/guilds/${guild.id}/outage`);
    expect(await client.dispatched('GUILD_CREATE')).toMatchObject({ id: guild.id, unavailable: false });
  });
});
