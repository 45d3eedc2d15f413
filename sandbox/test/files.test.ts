import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox, type GuildView, type Sandbox } from '../src/index.js';
import { channelNamed, makeGuild, rest } from './support/http.js';
import { GIF, PNG } from './support/pictures.js';

interface Message {
  id: string;
  attachments: { id: string; filename: string; url: string; size: number; description?: string }[];
  embeds: { image: { url: string } }[];
}

describe('files', () => {
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

  async function send(
    method: string,
    path: string,
    payload: object,
    files: { name: string; text: string | Uint8Array<ArrayBuffer>; type?: string }[],
    to = sandbox,
  ): Promise<{ status: number; body: Message }> {
    const form = new FormData();
    form.set('payload_json', JSON.stringify(payload));
    for (const [i, { name, text, type = 'text/plain' }] of files.entries())
      form.set(`files[${i}]`, new Blob([text], { type }), name);
    const headers = { authorization: `Bot ${to.token}` };
    const response = await fetch(`${to.apiUrl}/v10${path}`, { method, headers, body: form });
    return { status: response.status, body: (await response.json()) as Message };
  }
  const get = async (url = ''): Promise<[number, string]> => {
    const response = await fetch(url);
    return [response.status, await response.text()];
  };

  it('come back at the address that the message names', async () => {
    const { body } = await send(
      'POST',
      messages,
      {
        attachments: [{ id: 0, filename: 'the plan.txt', description: 'For tonight' }],
        embeds: [
          { image: { url: 'attachment://map.png' }, footer: { text: 'x', icon_url: 'attachment://map.png' } },
        ],
      },
      [
        { name: 'draft.txt', text: 'attack' },
        { name: 'map.png', text: 'not really', type: 'image/png' },
      ],
    );
    const [plan, map] = body.attachments;
    expect(plan).toMatchObject({ filename: 'the_plan.txt', description: 'For tonight', size: 6 });
    expect(await get(plan?.url)).toEqual([200, 'attack']);
    expect(body.embeds).toMatchObject([{ image: { url: map?.url }, footer: { icon_url: map?.url } }]);
    expect((await fetch(map?.url ?? '')).headers.get('content-type')).toBe('image/png');
    expect((await rest(sandbox, 'GET', `${messages}/${body.id}`)).body).toMatchObject({
      attachments: [plan, map],
    });

    const edited = await send('PATCH', `${messages}/${body.id}`, { attachments: [{ id: map?.id }] }, []);
    expect(edited.body.attachments.map((file) => file.id)).toEqual([map?.id]);
    const added = await send('PATCH', `${messages}/${body.id}`, { content: 'more' }, [
      { name: 'b.txt', text: 'b' },
    ]);
    expect(added.body.attachments.map((file) => file.filename)).toEqual(['map.png', 'b.txt']);
    await rest(sandbox, 'DELETE', `${messages}/${body.id}`);
    expect((await get(map?.url))[0]).toBe(404);
  });

  it('of more than 10 MiB are refused', async () => {
    const file = (bytes: number): { name: string; text: Uint8Array<ArrayBuffer> } => ({
      name: 'big.bin',
      text: new Uint8Array(bytes),
    });
    expect((await send('POST', messages, {}, [file(10 * 1024 * 1024)])).status).toBe(200);
    expect(await send('POST', messages, {}, [file(10 * 1024 * 1024 + 1)])).toMatchObject({
      status: 413,
      body: { code: 40005 },
    });
  });

  it('of scheduled events, servers, bots and emojis are at their paths', async () => {
    const { body: event } = await rest<{ id: string; image: string }>(
      sandbox,
      'POST',
      `/guilds/${guild.id}/scheduled-events`,
      {
        name: 'Raid',
        privacy_level: 2,
        entity_type: 3,
        entity_metadata: { location: 'Stanton' },
        scheduled_start_time: new Date(Date.now() + 3_600_000).toISOString(),
        scheduled_end_time: new Date(Date.now() + 7_200_000).toISOString(),
        image: PNG,
      },
    );
    const { body: server } = await rest<{ icon: string }>(sandbox, 'PATCH', `/guilds/${guild.id}`, {
      icon: GIF,
    });
    const { body: me } = await rest<{ avatar: string; banner: string }>(sandbox, 'PATCH', '/users/@me', {
      avatar: PNG,
      banner: PNG,
    });
    const { body: emoji } = await rest<{ id: string }>(sandbox, 'POST', `/guilds/${guild.id}/emojis`, {
      name: 'ship',
      image: PNG,
    });
    expect(server.icon).toMatch(/^a_/);
    const bot = sandbox.applicationId;
    for (const path of [
      `guild-events/${event.id}/${event.image}.png`,
      `icons/${guild.id}/${server.icon}.gif`,
      `avatars/${bot}/${me.avatar}.webp`,
      `banners/${bot}/${me.banner}.png`,
      `emojis/${emoji.id}.webp`,
      'embed/avatars/3.png',
    ]) {
      const response = await fetch(`${sandbox.url}/${path}`);
      expect([path, response.status]).toEqual([path, 200]);
      expect(response.headers.get('content-type')).toMatch(/^image\//);
    }
    expect((await fetch(`${sandbox.url}/icons/${guild.id}/..%2Fjournal.jsonl`)).status).toBe(404);
  });

  it('outlive a restart with a data folder', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'sandbox-files-'));
    const first = await createSandbox({ dataDir, openapi: null });
    const path = `/channels/${channelNamed(await makeGuild(first), 'events')}/messages`;
    const sent = await send('POST', path, {}, [{ name: 'a.txt', text: 'kept' }], first);
    await first.close();
    const second = await createSandbox({ dataDir, openapi: null });
    const found = await rest<Message>(second, 'GET', `${path}/${sent.body.id}`);
    expect(await get(found.body.attachments[0]?.url)).toEqual([200, 'kept']);
    await second.close();
    rmSync(dataDir, { recursive: true });
  });
});
