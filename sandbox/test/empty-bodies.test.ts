import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox, type GuildView, type Sandbox } from '../src/index.js';
import { channelNamed, makeGuild, rest, userNamed } from './support/http.js';

describe('empty bodies', () => {
  let sandbox: Sandbox;
  let guild: GuildView;
  let path: (what: string) => string;

  beforeAll(async () => {
    sandbox = await createSandbox({ rateLimits: { enabled: false } });
    guild = await makeGuild(sandbox);
    const channel = channelNamed(guild, 'events');
    const role = guild.roles.find((r) => r.name === 'Pilot')?.id ?? '';
    const message = await rest<{ id: string }>(sandbox, 'POST', `/channels/${channel}/messages`, {
      content: 'hi',
    });
    path = (what) =>
      ({
        role: `/guilds/${guild.id}/members/${userNamed(guild, 'bob')}/roles/${role}`,
        reaction: `/channels/${channel}/messages/${message.body.id}/reactions/%F0%9F%91%8D/@me`,
        typing: `/channels/${channel}/typing`,
        pin: `/channels/${channel}/messages/pins/${message.body.id}`,
      })[what] ?? '';
  });
  afterAll(async () => {
    await sandbox.close();
  });

  it.each(['application/octet-stream', 'multipart/form-data', 'text/plain', 'nonsense', 'application/json'])(
    'have no type: %s changes nothing',
    async (type) => {
      const send = async (method: string, url: string): Promise<number> => {
        const headers = {
          authorization: `Bot ${sandbox.token}`,
          'content-type': type,
          'content-length': '0',
        };
        return (await fetch(url, { method, headers, body: '' })).status;
      };
      const api = (what: string): string => `${sandbox.apiUrl}/v10${path(what)}`;
      expect(await send('PUT', api('role'))).toBe(204);
      expect(await send('DELETE', api('role'))).toBe(204);
      expect(await send('PUT', api('reaction'))).toBe(204);
      expect(await send('POST', api('typing'))).toBe(204);
      expect(await send('PUT', api('pin'))).toBe(204);
      expect(await send('DELETE', `${sandbox.url}/sandbox/faults`)).toBe(200);
    },
  );

  it('a body of a type that Discord does not read is refused', async () => {
    const response = await fetch(`${sandbox.apiUrl}/v10${path('typing')}`, {
      method: 'POST',
      headers: { authorization: `Bot ${sandbox.token}`, 'content-type': 'text/plain' },
      body: 'hello',
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 50035 });
  });
});
