import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INTERNAL_SECRET, startApp, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';

interface Ends {
  readonly app: TestApp;
  readonly publicly: Client;
  readonly privately: Client;
  readonly stranger: Client;
}

async function start(run: string, env: Record<string, string> = {}): Promise<Ends> {
  const app = await startApp({ run, env });
  return {
    app,
    publicly: new Client(app.url, INTERNAL_SECRET),
    privately: new Client(app.internalUrl, INTERNAL_SECRET),
    stranger: new Client(app.internalUrl),
  };
}

describe('a process that is everything', () => {
  let ends: Ends;
  beforeAll(async () => {
    ends = await start('api,bot');
  });
  afterAll(() => ends.app.close());

  it('answers as the backend on the public listener and as the bot on the private one', async () => {
    const version = expect.stringMatching(/^\d+\.\d+\.\d+$/) as string;
    expect(await ends.publicly.get('/internal/health')).toMatchObject({
      status: 200,
      body: { status: 'healthy', service: 'website-backend', version },
    });
    expect(await ends.privately.get('/internal/health')).toMatchObject({
      status: 200,
      body: { status: 'unhealthy', service: 'discord-bot', version },
    });
  });

  it.each(['127.0.0.1', '[::1]'])('listens on both at %s', async (host) => {
    const { port, internalPort } = ends.app.verselink;
    expect((await fetch(`http://${host}:${String(port)}/api/openapi.json`)).status).toBe(200);
    const headers = { authorization: `Bearer ${INTERNAL_SECRET}` };
    expect((await fetch(`http://${host}:${internalPort}/internal/health`, { headers })).status).toBe(200);
  });

  it('has nothing public on the private listener', async () => {
    for (const path of [
      '/discord/health',
      '/users/me',
      '/organizations',
      '/api/openapi.json',
      '/api/docs',
      '/api/docs/',
    ]) {
      expect(await ends.stranger.get(path)).toMatchObject({
        status: 401,
        body: { error: 'Missing Authorization header' },
      });
      const insider = new Client(ends.app.internalUrl, INTERNAL_SECRET);
      expect(await insider.get(path)).toMatchObject({ status: 404, body: { error: 'Not found' } });
      expect((await ends.app.anyone.get(path)).status).not.toBe(404);
    }
  });

  it('has nothing of the bot on the public listener', async () => {
    for (const path of ['/internal/notify', '/internal/roles/update', '/internal/nothing', '/internal']) {
      expect(await ends.publicly.post(path, {})).toMatchObject({ status: 404, body: { error: 'Not found' } });
    }
    expect((await ends.publicly.get('/metrics')).status).toBe(404);
  });

  it('keeps listeners apart by the connection, not by what the request says', async () => {
    const { internalPort, port } = ends.app.verselink;
    const headers = { host: `localhost:${internalPort}`, 'x-forwarded-port': String(internalPort) };
    const answer = await ends.app.anyone.raw('GET', '/api/openapi.json', { headers });
    expect(answer.status).toBe(200);
    const other = await ends.stranger.raw('GET', '/api/openapi.json', {
      headers: { host: `localhost:${String(port)}` },
    });
    expect(other.status).toBe(401);
  });

  it.each([undefined, 'Basic abc', 'bearer', 'Token x'])(
    'asks for the internal secret, given %j',
    async (authorization) => {
      for (const [client, path] of [
        [ends.stranger, '/internal/health'],
        [ends.stranger, '/internal/nothing'],
        [ends.app.anyone, '/internal/health'],
        [ends.app.anyone, '/internal/%68ealth'],
      ] as const) {
        const answer = await client.raw('GET', path, {
          headers: authorization === undefined ? {} : { authorization },
        });
        expect(answer).toMatchObject({ status: 401, body: { error: 'Missing Authorization header' } });
      }
    },
  );

  it('refuses a wrong internal secret, also one that begins or ends like ours, and a user token', async () => {
    const user = await ends.app.user({ site_admin: true });
    for (const secret of [
      `${INTERNAL_SECRET}x`,
      INTERNAL_SECRET.slice(0, -1),
      'x',
      INTERNAL_SECRET.toUpperCase(),
      user.token,
    ]) {
      for (const url of [ends.app.url, ends.app.internalUrl]) {
        const answer = await new Client(url, secret).get('/internal/health');
        expect(answer).toMatchObject({ status: 403, body: { error: 'Invalid internal API secret' } });
      }
    }
  });

  it('does not take the internal secret for a user', async () => {
    expect((await ends.publicly.get('/users/me')).status).toBe(401);
  });

  it('does not read the body of a stranger to the internal API', async () => {
    const init = { body: '{', headers: { 'content-type': 'application/json' } };
    expect((await ends.app.anyone.raw('POST', '/internal/health', init)).status).toBe(401);
  });

  it('answers a request that is no HTTP and goes on', async () => {
    const socket = connect(ends.app.verselink.internalPort, '127.0.0.1');
    socket.end('nonsense\r\n\r\n');
    const [data] = (await once(socket, 'data')) as [Buffer];
    expect(data.toString()).toContain('400 Bad Request');
    expect((await ends.privately.get('/internal/health')).status).toBe(200);
  });
});

describe('RUN', () => {
  it('without api opens no public listener', async () => {
    const { app, privately } = await start('bot');
    expect(app.verselink.port).toBeNull();
    expect(await privately.get('/internal/health')).toMatchObject({ body: { service: 'discord-bot' } });
    await app.close();
  });

  it('without bot has no bot', async () => {
    const { app, publicly, privately } = await start('api');
    expect(await publicly.get('/internal/health')).toMatchObject({ body: { service: 'website-backend' } });
    expect(await privately.get('/internal/health')).toMatchObject({
      status: 404,
      body: { error: 'Not found' },
    });
    await app.close();
  });

  it('of a worker alone has neither', async () => {
    const { app, privately } = await start('worker');
    expect(app.verselink.port).toBeNull();
    expect((await privately.get('/internal/health')).status).toBe(404);
    await app.close();
  });
});

describe('INTERNAL_ON_PUBLIC=false', () => {
  it('moves the backend to the private listener, and leaves nothing to be guessed on the public one', async () => {
    const { app, publicly, privately } = await start('api', { INTERNAL_ON_PUBLIC: 'false' });
    expect(await privately.get('/internal/health')).toMatchObject({ body: { service: 'website-backend' } });
    for (const client of [publicly, app.anyone]) {
      expect(await client.get('/internal/health')).toMatchObject({
        status: 404,
        body: { code: 'route_not_found' },
      });
    }
    expect((await app.anyone.get('/api/openapi.json')).status).toBe(200);
    expect((await privately.get('/api/openapi.json')).status).toBe(404);
    await app.close();
  });

  it('leaves the private health to the bot where both run', async () => {
    const { app, privately } = await start('api,bot', { INTERNAL_ON_PUBLIC: 'false' });
    expect(await privately.get('/internal/health')).toMatchObject({ body: { service: 'discord-bot' } });
    await app.close();
  });
});
