import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextDiscordId, startApp, type TestApp } from '../support/app.js';

const PATH = '/discord/events/interactions';

let keys: { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
let app: TestApp;

beforeAll(async () => {
  keys = generateKeyPairSync('ed25519');
  const raw = keys.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
  app = await startApp({ env: { DISCORD_PUBLIC_KEY: raw, RATE_LIMIT: '3/60s' } });
});
afterAll(() => app.close());

const secondsAgo = (seconds: number): string => String(Math.floor(Date.now() / 1_000) - seconds);

interface Signed {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

function signed(payload: object, timestamp = secondsAgo(0)): Signed {
  const body = JSON.stringify(payload);
  const signature = sign(null, Buffer.from(timestamp + body), keys.privateKey).toString('hex');
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'x-signature-ed25519': signature,
      'x-signature-timestamp': timestamp,
    },
  };
}

const send = (request: Signed) => app.anyone.raw('POST', PATH, request);

/** A click on something that no version of VerseLink understands, in a direct message: it needs no server. */
function click(customId = 'unknown/thing'): object {
  return {
    id: nextDiscordId(),
    application_id: nextDiscordId(),
    type: 3,
    token: 'token',
    version: 1,
    locale: 'fr',
    user: { id: nextDiscordId(), username: 'nova', discriminator: '0', global_name: null, avatar: null },
    channel_id: nextDiscordId(),
    app_permissions: '0',
    // Discord tells of purchases here; a client that is not connected knows nothing of them.
    entitlements: [{ id: nextDiscordId() }],
    authorizing_integration_owners: {},
    attachment_size_limit: 0,
    data: { component_type: 2, custom_id: customId },
    message: { id: nextDiscordId(), channel_id: nextDiscordId(), components: [] },
  };
}

describe('POST /discord/events/interactions', () => {
  it('answers every PING, however many come from one address', async () => {
    const ping = signed({ type: 1 });
    for (let time = 0; time < 5; time += 1) {
      expect(await send(ping)).toMatchObject({ status: 200, body: { type: 1 } });
    }
  });

  it('answers a click in the response, to the member alone', async () => {
    const answer = await send(signed(click()));
    expect(answer).toMatchObject({ status: 200, body: { type: 4, data: { flags: 64 } } });
    expect((answer.body as { data: { content: string } }).data.content).toContain('bouton');
  });

  it('answers a form that no version of VerseLink understands', async () => {
    const form = { ...click(), type: 5, data: { custom_id: 'vx1/form', components: [] } };
    const answer = await send(signed(form));
    expect(answer).toMatchObject({ status: 200, body: { type: 4, data: { flags: 64 } } });
    expect((answer.body as { data: { content: string } }).data.content).toContain('formulaire');
  });

  it('takes an interaction once, whatever its signature is written like', async () => {
    const first = signed(click());
    expect((await send(first)).status).toBe(200);
    expect((await send(first)).status).toBe(401);
    const signature = first.headers['x-signature-ed25519']?.toUpperCase() ?? '';
    const capital = { ...first, headers: { ...first.headers, 'x-signature-ed25519': signature } };
    expect((await send(capital)).status).toBe(401);
  });

  it('refuses with 401 what Discord did not sign, or not lately', async () => {
    const good = signed({ type: 1 });
    const withHeaders = (headers: Record<string, string>): Signed => ({
      ...good,
      headers: { 'content-type': 'application/json', ...headers },
    });
    const { 'x-signature-ed25519': signature = '', 'x-signature-timestamp': timestamp = '' } = good.headers;
    const forged = `${signature.startsWith('0') ? '1' : '0'}${signature.slice(1)}`;
    const refused: Readonly<Record<string, Signed>> = {
      'no headers': withHeaders({}),
      'no signature': withHeaders({ 'x-signature-timestamp': timestamp }),
      'no timestamp': withHeaders({ 'x-signature-ed25519': signature }),
      'a wrong signature': withHeaders({ ...good.headers, 'x-signature-ed25519': forged }),
      'no hexadecimal digits': withHeaders({ ...good.headers, 'x-signature-ed25519': 'z'.repeat(128) }),
      'another time': withHeaders({ ...good.headers, 'x-signature-timestamp': secondsAgo(60) }),
      'another body': { ...good, body: '{"type":1 }' },
      'an old one': signed({ type: 1 }, secondsAgo(400)),
      'one of times to come': signed({ type: 1 }, secondsAgo(-400)),
      'a time in words': signed({ type: 1 }, 'now'),
    };
    for (const [what, request] of Object.entries(refused)) {
      expect({ what, status: (await send(request)).status }).toEqual({ what, status: 401 });
    }
  });

  it('refuses everything while it knows no key', async () => {
    const keyless = await startApp({ databases: app.databases });
    const answer = await keyless.anyone.raw('POST', PATH, signed({ type: 1 }));
    await keyless.stop();
    expect(answer.status).toBe(401);
  });
});
