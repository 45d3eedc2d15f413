import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { OrganizationsRepository } from '../../src/features/organizations/organizations.repository.js';
import { INTERNAL_SECRET, startApp, type TestApp, type TestUser } from '../support/app.js';
import { Client, type ProblemBody } from '../support/client.js';
import { openDatabases, type TestDatabases } from '../support/databases.js';
import { openProxy, type TcpProxy } from '../support/tcp-proxy.js';

let databases: TestDatabases;
let proxy: TcpProxy;
let app: TestApp;
let ada: TestUser;
let internal: Client;

beforeAll(async () => {
  databases = await openDatabases();
  const uri = /^mongodb:\/\/([^/]+)(\/.*)$/.exec(databases.mongodbUri);
  const host = decodeURIComponent(uri?.[1] ?? '');
  const [name = '', port] = host.split(':');
  proxy = await openProxy(() => (host.startsWith('/') ? { path: host } : { host: name, port: Number(port) }));
  const mongodbUri = `mongodb://127.0.0.1:${proxy.port}${uri?.[2] ?? ''}`;
  app = await startApp({ databases: { mongodbUri, redisUrl: databases.redisUrl } });
  ada = await app.user({ handle: 'Ada' });
  internal = new Client(app.url, INTERNAL_SECRET);
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
        internal.post('/internal/user/info', { discord_id: ada.discord_id }),
      ]);
      for (const answer of answers.slice(0, 2)) {
        expect(answer.headers.get('content-type')).toBe('application/problem+json');
        expect(answer.headers.get('retry-after')).toBe('1');
        expect(answer.body).toMatchObject({ status: 503, code: 'unavailable' });
        expect(JSON.stringify(answer.body)).not.toContain(String(proxy.port));
      }
      expect(answers[2]).toMatchObject({
        status: 503,
        body: { status: 'unhealthy', discord_events_count: null },
      });
      expect(answers[3]).toMatchObject({ status: 503, body: { detail: expect.any(String) as string } });
      await proxy.restore();
      await expect.poll(async () => (await ada.get('/users/me')).status, { timeout: 20_000 }).toBe(200);
      expect((await app.anyone.get<{ status: string }>('/discord/health')).body.status).toBe('healthy');
    },
  );
});

describe('a connection that is never made again although MongoDB is back', () => {
  it('is opened anew', async () => {
    const connection = app.verselink.app.get<Connection>(getConnectionToken(), { strict: false });
    proxy.cut();
    await expect.poll(async () => (await ada.get('/users/me')).status, { timeout: 20_000 }).toBe(503);
    // The driver's own look at the server, which was seen to end for ever.
    const { topology } = connection.getClient() as unknown as {
      topology: { s: { servers: Map<string, { monitor: { monitorId: { stop(): void } } }> } };
    };
    for (const { monitor } of topology.s.servers.values()) monitor.monitorId.stop();
    await proxy.restore();
    await expect.poll(async () => (await ada.get('/users/me')).status, { timeout: 50_000 }).toBe(200);
  }, 90_000);
});

describe('a request that hangs', () => {
  it('ends with 503 after its deadline, with a body as without', async () => {
    const organizations = app.verselink.app.get(OrganizationsRepository, { strict: false });
    const hanging = vi.spyOn(organizations, 'create').mockReturnValue(new Promise(() => undefined));
    const answer = await ada.post<ProblemBody>('/organizations', { name: 'Hanging', tag: 'HANG' });
    expect(answer).toMatchObject({ status: 503, body: { status: 503, code: 'unavailable' } });
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    hanging.mockRestore();
    expect((await ada.post('/organizations', { name: 'Hanging', tag: 'HANG' })).status).toBe(201);
  });
});
