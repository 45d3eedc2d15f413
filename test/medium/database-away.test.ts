import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp, type TestUser } from '../support/app.js';
import type { ProblemBody } from '../support/client.js';
import { openDatabases, type TestDatabases } from '../support/databases.js';
import { openProxy, type TcpProxy } from '../support/tcp-proxy.js';

let databases: TestDatabases;
let proxy: TcpProxy;
let app: TestApp;
let ada: TestUser;

beforeAll(async () => {
  databases = await openDatabases();
  const uri = /^mongodb:\/\/([^/]+)(\/.*)$/.exec(databases.mongodbUri);
  const host = decodeURIComponent(uri?.[1] ?? '');
  const [name = '', port] = host.split(':');
  proxy = await openProxy(host.startsWith('/') ? { path: host } : { host: name, port: Number(port) });
  const mongodbUri = `mongodb://127.0.0.1:${proxy.port}${uri?.[2] ?? ''}`;
  app = await startApp({ databases: { mongodbUri, redisUrl: databases.redisUrl } });
  ada = await app.user({ handle: 'Ada' });
});
afterAll(async () => {
  await proxy.restore();
  await app.close();
  proxy.cut();
  await databases.drop();
});

describe('while MongoDB is away', () => {
  it.each(['cut', 'freeze'] as const)(
    '(%s) requests are answered with 503, and work again afterwards',
    async (fault) => {
      expect((await ada.get('/users/me')).status).toBe(200);
      proxy[fault]();
      const answers = await Promise.all([
        ada.get<ProblemBody>('/users/me'),
        ada.post<ProblemBody>('/organizations', { name: 'Squadron', tag: 'AWAY' }),
        app.anyone.get<{ status: string }>('/discord/health'),
      ]);
      for (const answer of answers.slice(0, 2)) {
        expect(answer.headers.get('content-type')).toBe('application/problem+json');
        expect(answer.headers.get('retry-after')).toBe('1');
        expect(answer.body).toMatchObject({ status: 503, code: 'unavailable' });
        expect(JSON.stringify(answer.body)).not.toContain(String(proxy.port));
      }
      expect(answers[2]).toMatchObject({
        status: 200,
        body: { status: 'unhealthy', discord_events_count: null },
      });
      await proxy.restore();
      await expect.poll(async () => (await ada.get('/users/me')).status, { timeout: 20_000 }).toBe(200);
      expect((await app.anyone.get<{ status: string }>('/discord/health')).body.status).toBe('healthy');
    },
  );
});
