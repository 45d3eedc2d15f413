import { connect } from 'node:net';
import path from 'node:path';
import { text as readText } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INTERNAL_SECRET, JWT_SECRET, startApp, type TestApp, type TestUser } from '../support/app.js';
import { Client, type ProblemBody } from '../support/client.js';
import { openDatabases } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { startProgram } from '../support/process.js';

let app: TestApp;
let user: TestUser;
beforeAll(async () => {
  app = await startApp({ env: { CORS_ORIGINS: 'https://app.example.org', RATE_LIMIT: '1000/10s' } });
  user = await app.user();
});
afterAll(() => app.close());

const json = { 'content-type': 'application/json' };
const post = (
  at: string,
  body: string | Buffer,
  headers: Record<string, string> = json,
  client: Client = user,
) => client.raw<ProblemBody>('POST', at, { body, headers });

describe('numbers that JavaScript would alter', () => {
  it('are refused by name in every body', async () => {
    const org = await post(
      '/organizations',
      '{"name":"Squadron","tag":"SQ","description":1394001780148535387}',
    );
    expect(org).toMatchObject({ status: 422, body: { code: 'validation_failed' } });
    expect(org.body.errors?.[0]).toMatchObject({ field: 'description' });

    const report = `{"event_type":"member_joined","discord_id":"123456789012345678","metadata":{"guild_id":1394001780148535387}}`;
    const internally = new Client(app.url, INTERNAL_SECRET);
    expect(await post('/internal/event/notify', report, json, internally)).toMatchObject({
      status: 422,
      body: { error: 'Validation failed', details: [{ field: 'metadata.guild_id' }] },
    });
    const exact = report.replace('1394001780148535387', '"1394001780148535387"');
    expect((await post('/internal/event/notify', exact, json, internally)).status).toBe(200);
  });
});

describe('bodies that are not JSON as it should be', () => {
  const body = '{"name":"Squadron of the blue","tag":"BLUE"}';

  it.each([
    ['compressed', gzipSync(body), { ...json, 'content-encoding': 'gzip' }],
    ['in another charset', body, { 'content-type': 'application/json; charset=iso-8859-1' }],
    ['of another type', body, { 'content-type': 'text/plain' }],
  ])('are refused when they are %s', async (_name, sent, headers) => {
    const refused = await post('/organizations', sent, headers);
    expect(refused).toMatchObject({ status: 415, body: { code: 'unsupported_media_type', status: 415 } });
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
  });

  it('are taken when their type says JSON by its suffix', async () => {
    expect(
      (await post('/organizations', body, { 'content-type': 'application/vnd.verselink+json' })).status,
    ).toBe(201);
  });

  it('are malformed when they are no UTF-8, and nothing in them is replaced', async () => {
    const broken = Buffer.from('{"name":"Squadron \xff","tag":"BRKN"}', 'latin1');
    expect(await post('/organizations', broken)).toMatchObject({
      status: 400,
      body: { code: 'malformed_request' },
    });
  });
});

describe('what Node.js cannot read as a request', () => {
  const send = async (url: string, bytes: string): Promise<[head: string, body: unknown]> => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write(bytes);
    const [head = '', body = ''] = (await readText(socket)).split('\r\n\r\n');
    return [head, JSON.parse(body)];
  };

  it.each([
    ['nonsense', 'NONSENSE\r\n\r\n', 400, 'malformed_request'],
    ['a header without a name', 'GET / HTTP/1.1\r\nhost: x\r\n: y\r\n\r\n', 400, 'malformed_request'],
    [
      'large headers',
      `GET / HTTP/1.1\r\nhost: x\r\nx-large: ${'x'.repeat(20_000)}\r\n\r\n`,
      431,
      'headers_too_large',
    ],
  ])('is answered with a problem document: %s', async (_name, bytes, status, code) => {
    const [head, body] = await send(app.url, bytes);
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${String(status)} `));
    expect(head).toContain('content-type: application/problem+json');
    expect(body).toMatchObject({ status, code });

    const [privateHead, privateBody] = await send(app.internalUrl, bytes);
    expect(privateHead).toMatch(new RegExp(`^HTTP/1.1 ${String(status)} `));
    expect(privateBody).toEqual({ error: expect.any(String) as string });
  });
});

describe('pages of other origins', () => {
  const preflight = (origin: string) =>
    app.anyone.raw('OPTIONS', '/users/me', {
      headers: {
        origin,
        'access-control-request-method': 'PATCH',
        'access-control-request-headers': 'authorization',
      },
    });

  it('may use the API when CORS_ORIGINS names them, and never with cookies', async () => {
    const { status, headers } = await preflight('https://app.example.org');
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe('https://app.example.org');
    expect(headers.get('access-control-allow-methods')).toContain('PATCH');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    const read = await user.raw('GET', '/users/me', { headers: { origin: 'https://app.example.org' } });
    expect(read.headers.get('access-control-expose-headers')).toContain('retry-after');
  });

  it('may not otherwise, and nowhere on the private listener', async () => {
    expect(
      (await preflight('https://evil.example.org')).headers.get('access-control-allow-origin'),
    ).toBeNull();
    const privately = await new Client(app.internalUrl, INTERNAL_SECRET).raw('GET', '/metrics', {
      headers: { origin: 'https://app.example.org' },
    });
    expect(privately.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('the probes', () => {
  const probe = (url: string, what: string) =>
    new Client(url).get<{ status: string; details: object }>(`/health/${what}`);

  it('answer on both listeners, without a secret', async () => {
    for (const url of [app.url, app.internalUrl]) {
      expect(await probe(url, 'live')).toMatchObject({ status: 200, body: { status: 'ok' } });
      expect(await probe(url, 'ready')).toMatchObject({
        status: 200,
        body: { status: 'ok', details: { mongodb: { status: 'up' }, redis: { status: 'up' } } },
      });
    }
  });

  it('tell the truth for each RUN', async () => {
    const withoutRedis = { databases: { ...app.databases, redisUrl: 'redis://127.0.0.1:1' } };
    const api = await startApp(withoutRedis);
    expect(await probe(api.url, 'ready')).toMatchObject({
      status: 200,
      body: { details: { redis: { status: 'degraded' } } },
    });
    await api.stop();
    const worker = await startApp({ ...withoutRedis, run: 'worker' });
    expect(await probe(worker.internalUrl, 'ready')).toMatchObject({
      status: 503,
      body: { status: 'error', details: { mongodb: { status: 'up' }, redis: { status: 'down' } } },
    });
    expect((await probe(worker.internalUrl, 'live')).status).toBe(200);
    await worker.stop();
    // Nothing answers at the bot's gateway.
    const bot = await startApp({ databases: app.databases, run: 'bot' });
    expect(await probe(bot.internalUrl, 'ready')).toMatchObject({
      status: 503,
      body: { details: { discord: { status: 'down' } } },
    });
    await bot.stop();
  });
});

describe('a process that cannot keep up', () => {
  it('turns requests away with 503, and is alive', async () => {
    const databases = await openDatabases();
    const program = startProgram('src/main.js', {
      RUN: 'api',
      PORT: '0',
      INTERNAL_PORT: '0',
      MONGODB_URI: databases.mongodbUri,
      REDIS_URL: databases.redisUrl,
      JWT_SECRET,
      INTERNAL_API_SECRET: INTERNAL_SECRET,
      NODE_OPTIONS: `--import ${path.resolve(import.meta.dirname, '../support/busy.mjs')}`,
    });
    await program.printed('public port');
    const client = new Client(
      `http://127.0.0.1:${/public port (\d+)/.exec(program.output.stdout)?.[1] ?? ''}`,
    );
    program.child.kill('SIGUSR2');
    await eventually(async () => {
      const refused = await client.get('/discord/health');
      expect(refused).toMatchObject({ status: 503, body: { code: 'unavailable' } });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    }, 25_000);
    expect((await client.get('/health/live')).status).toBe(200);
    program.child.kill('SIGKILL');
    await program.exitCode();
    await databases.drop();
  }, 60_000);
});
