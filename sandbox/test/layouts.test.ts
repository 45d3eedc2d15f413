import { MessageFlags } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../src/index.js';
import { channelNamed, makeGuild, rest, type Answer } from './support/http.js';

const text = (content = 'x'): object => ({ type: 10, content });
const media = { url: 'https://example.org/a.png' };
const thumbnail = { type: 11, media };
const section = { type: 9, components: [text()], accessory: thumbnail };

describe('components V2', () => {
  let sandbox: Sandbox;
  let messages: string;

  beforeAll(async () => {
    sandbox = await createSandbox({ rateLimits: { enabled: false } });
    messages = `/channels/${channelNamed(await makeGuild(sandbox), 'events')}/messages`;
  });
  afterAll(async () => {
    await sandbox.close();
  });

  const post = async (...components: object[]): Promise<Answer> =>
    rest(sandbox, 'POST', messages, { flags: MessageFlags.IsComponentsV2, components });

  it('come back whole', async () => {
    const container = { type: 17, components: [section, { type: 14 }, { type: 12, items: [{ media }] }] };
    const answer = await post({ ...text('Hello'), id: 2 }, container);
    const unfurled = { ...media, proxy_url: media.url, id: expect.any(String) as string };
    expect(answer).toMatchObject({
      status: 200,
      body: {
        components: [
          { type: 10, id: 2, content: 'Hello' },
          {
            type: 17,
            id: 1,
            accent_color: null,
            spoiler: false,
            components: [
              {
                type: 9,
                id: 3,
                components: [{ type: 10, id: 4 }],
                accessory: { type: 11, id: 5, media: unfurled, description: null, spoiler: false },
              },
              { type: 14, id: 6, divider: true, spacing: 1 },
              { type: 12, id: 7, items: [{ media: unfurled, description: null, spoiler: false }] },
            ],
          },
        ],
      },
    });
  });

  it('a file must be attached, and is told of when it is', async () => {
    const file = { type: 13, file: { url: 'attachment://a.txt' }, spoiler: true };
    expect((await post(file)).body).toMatchObject({
      code: 50035,
      errors: {
        components: {
          0: {
            file: { url: { _errors: [{ code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND' }] } },
          },
        },
      },
    });
    const form = new FormData();
    form.set('payload_json', JSON.stringify({ flags: MessageFlags.IsComponentsV2, components: [file] }));
    form.set('files[0]', new Blob(['abc'], { type: 'text/plain' }), 'a.txt');
    const headers = { authorization: `Bot ${sandbox.token}` };
    const response = await fetch(`${sandbox.apiUrl}/v10${messages}`, { method: 'POST', headers, body: form });
    const body = (await response.json()) as { attachments: { url: string }[]; components: object[] };
    const url = body.attachments[0]?.url;
    expect(body.components).toMatchObject([{ name: 'a.txt', size: 3, spoiler: true, file: { url } }]);
  });

  it.each([
    ['a section without accessory', { ...section, accessory: undefined }, ['accessory']],
    ['a section with a text as accessory', { ...section, accessory: text() }, ['accessory', 'type']],
    [
      'a container in a container',
      { type: 17, components: [{ type: 17, components: [text()] }] },
      ['components', 0, 'type'],
    ],
    ['an empty container', { type: 17, components: [] }, ['components']],
    ['a thumbnail alone', thumbnail, ['type']],
    ['a gallery without pictures', { type: 12, items: [] }, ['items']],
    [
      'a picture of another scheme',
      { type: 12, items: [{ media: { url: 'ftp://x' } }] },
      ['items', 0, 'media', 'url'],
    ],
    ['a file from elsewhere', { type: 13, file: media }, ['file', 'url']],
    ['too wide a gap', { type: 14, spacing: 3 }, ['spacing']],
  ])('%s is refused', async (_what, component, path) => {
    const answer = await post(component);
    expect(answer.status).toBe(400);
    expect(answer.body).toHaveProperty(['errors', 'components', 0, ...path, '_errors'].map(String));
  });

  it('ids are unique', async () => {
    const answer = await post({ ...text(), id: 7 }, { ...text(), id: 7 });
    expect(answer.body).toHaveProperty(['errors', 'components', '1', 'id']);
  });

  it('texts have 4,000 characters together', async () => {
    expect((await post(text('a'.repeat(2_000)), text('b'.repeat(2_001)))).status).toBe(400);
  });

  it('no depth makes it fail', async () => {
    for (const depth of [2_000, 20_000]) {
      const open = '{"type":17,"components":['.repeat(depth);
      const body = `{"flags":${MessageFlags.IsComponentsV2},"components":[${open}${']}'.repeat(depth)}]}`;
      const headers = { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' };
      const response = await fetch(`${sandbox.apiUrl}/v10${messages}`, { method: 'POST', headers, body });
      expect(response.status).toBe(400);
    }
  });
});
