import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { INTERNAL_SECRET, startApp, type AppOptions, type TestApp } from '../support/app.js';
import { Client, type Answer, type ProblemBody } from '../support/client.js';
import { openDatabases } from '../support/databases.js';
import { openProxy } from '../support/tcp-proxy.js';

const databases = await openDatabases();
const apps: TestApp[] = [];

afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.close()));
  await databases.drop();
});
afterAll(() => databases.drop());

/** Ten requests, one bad token; the window is longer than any run of these tests. */
async function start(env: Record<string, string> = {}, options: AppOptions = {}): Promise<TestApp> {
  const app = await startApp({ databases, ...options, env: { RATE_LIMIT: '10/1h', ...env } });
  apps.push(app);
  return app;
}

/** The statuses of `count` requests, one after the other. */
async function statuses(count: number, send: () => Promise<Answer<unknown>>): Promise<number[]> {
  const seen: number[] = [];
  for (let turn = 0; turn < count; turn++) seen.push((await send()).status);
  return seen;
}

const times = (count: number, status: number) => Array.from({ length: count }, () => status);
const from = (app: TestApp, address: string) => () =>
  app.anyone.raw('GET', '/nothing', { headers: { 'x-forwarded-for': address } });

describe('requests on the public listener', () => {
  it('are limited for each token, and for each address without one', async () => {
    const app = await start();
    const [ada, grace] = [await app.user(), await app.user()];
    expect(await statuses(10, () => ada.get('/users/me'))).toEqual(times(10, 200));
    const refused = await ada.get<ProblemBody>('/users/me');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.body).toMatchObject({ status: 429, code: 'too_many_requests' });

    expect((await grace.get('/users/me')).status).toBe(200);
    expect(await statuses(11, () => app.anyone.get('/users/me'))).toEqual([...times(10, 401), 429]);
  });

  it('are limited where there is nothing, too', async () => {
    const app = await start();
    expect(await statuses(11, () => app.anyone.get('/nothing'))).toEqual([...times(10, 404), 429]);
    const internal = await app.anyone.get('/internal/nothing');
    expect([internal.status, internal.body]).toEqual([429, { error: 'Too many requests' }]);
  });

  it('are not limited for health, nor for who knows the internal secret', async () => {
    const app = await start();
    const bot = new Client(app.url, INTERNAL_SECRET);
    expect(await statuses(12, () => app.anyone.get('/discord/health'))).toEqual(times(12, 200));
    expect(await statuses(12, () => bot.get('/internal/health'))).toEqual(times(12, 200));
  });

  it('are counted by all processes together', async () => {
    const [one, other] = [await start(), await start()];
    const ada = await one.user();
    const elsewhere = new Client(other.url, ada.token);
    expect(await statuses(6, () => ada.get('/users/me'))).toEqual(times(6, 200));
    expect(await statuses(5, () => elsewhere.get('/users/me'))).toEqual([...times(4, 200), 429]);
  });

  it('give made-up tokens no count of their own: bad ones have a tenth, and good ones pass beside them', async () => {
    const app = await start();
    const ada = await app.user();
    let made = 0;
    const madeUp = () => new Client(app.url, `made.up.${String(made++)}`).get('/users/me');
    expect(await statuses(3, madeUp)).toEqual([401, 429, 429]);
    expect((await ada.get('/users/me')).status).toBe(200);
  });

  it('come from the address that a trusted proxy names, and an IPv6 /64 is one', async () => {
    const app = await start({ TRUST_PROXY: 'loopback', RATE_LIMIT: '1/1h' });
    const turn = async (address: string) => (await from(app, address)()).status;
    expect([await turn('203.0.113.1'), await turn('203.0.113.2')]).toEqual([404, 404]);
    expect(await turn('::ffff:203.0.113.1')).toBe(429);
    expect([await turn('2001:db8::1'), await turn('2001:db8::2')]).toEqual([404, 429]);
    expect(await turn('2001:db8:0:1::1')).toBe(404);
  });

  it('come from the connection where no proxy is trusted', async () => {
    const app = await start({ RATE_LIMIT: '1/1h' });
    expect((await from(app, '203.0.113.1')()).status).toBe(404);
    expect((await from(app, '203.0.113.2')()).status).toBe(429);
  });
});

describe('wrong internal secrets', () => {
  it('are answered ten times on both listeners together, and never shut out who knows the secret', async () => {
    const app = await start({ RATE_LIMIT: 'off' }, { run: 'api,bot' });
    const [publicly, privately] = [new Client(app.url, 'wrong'), new Client(app.internalUrl, 'wrong')];
    expect(await statuses(5, () => publicly.get('/internal/health'))).toEqual(times(5, 403));
    expect(await statuses(5, () => privately.get('/metrics'))).toEqual(times(5, 403));
    for (const guesser of [publicly, privately]) {
      const refused = await guesser.get('/internal/health');
      expect(refused).toMatchObject({ status: 429, body: { error: 'Too many wrong secrets' } });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    for (const url of [app.url, app.internalUrl]) {
      expect((await new Client(url, INTERNAL_SECRET).get('/internal/health')).status).toBe(200);
    }
  });

  it('are no bad access tokens, and count among the requests of their address', async () => {
    const app = await start({ RATE_LIMIT: '3/1h' });
    const guess = () => new Client(app.url, 'wrong').get('/internal/health');
    expect(await statuses(4, guess)).toEqual([403, 403, 403, 429]);
  });

  it('are only those that were shown: a missing header is no guess', async () => {
    const app = await start({ RATE_LIMIT: 'off' });
    expect(await statuses(12, () => app.anyone.get('/internal/health'))).toEqual(times(12, 401));
    expect((await new Client(app.url, 'wrong').get('/internal/health')).status).toBe(403);
  });
});

describe.each(['cut', 'freeze'] as const)('while Redis is away (%s)', (fault) => {
  it('the process counts by itself, and answers', async () => {
    const { port, pathname, hostname } = new URL(databases.redisUrl);
    const proxy = await openProxy(() => ({ host: hostname, port: Number(port) }));
    const app = await start({ REDIS_URL: `redis://127.0.0.1:${String(proxy.port)}${pathname}` });
    const ada = await app.user();
    expect((await ada.get('/users/me')).status).toBe(200);
    proxy[fault]();
    expect(await statuses(12, () => ada.get('/users/me'))).toEqual([...times(10, 200), 429, 429]);
    const guess = () => new Client(app.internalUrl, 'wrong').get('/metrics');
    expect(await statuses(11, guess)).toEqual([...times(10, 403), 429]);
    expect((await new Client(app.url, INTERNAL_SECRET).get('/internal/health')).status).toBe(200);
    await proxy.restore();
    await app.close();
    proxy.cut();
  });
});
