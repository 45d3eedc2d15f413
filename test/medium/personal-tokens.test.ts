import { createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCOPES } from '../../src/features/sessions/rules/personal-token.js';
import { readApiSchema } from '../support/api-schema.js';
import { startApp, type TestApp, type TestUser } from '../support/app.js';
import { Client, type ProblemBody } from '../support/client.js';

interface TokenBody {
  readonly id: string;
  readonly token: string;
  readonly scopes: readonly string[];
  readonly last_used_at: string | null;
}

let app: TestApp;
let ada: TestUser;
let root: TestUser;

beforeAll(async () => {
  app = await startApp();
  ada = await app.user({ handle: 'Ada' });
  root = await app.user({ handle: 'Root', site_admin: true });
});
afterAll(() => app.close());

const make = async (user: TestUser, scopes: readonly string[], more: object = {}) =>
  (await user.post<TokenBody>('/users/me/tokens', { name: 'Program', scopes, ...more })).body;

/** A program with a token of these scopes. */
const program = async (user: TestUser, ...scopes: string[]) =>
  new Client(app.url, (await make(user, scopes)).token);

const codeOf = async (answer: Promise<{ status: number; body: unknown }>) => {
  const { status, body } = await answer;
  return [status, (body as ProblemBody | null)?.code];
};

describe('personal tokens', () => {
  it('are shown once, kept as a digest, listed, and revoked at once', async () => {
    const made = await ada.post<TokenBody>('/users/me/tokens', {
      name: 'Calendar',
      scopes: ['profile:read'],
      expires_at: '2042-01-01T12:00:00.000Z',
    });
    expect(made.status).toBe(201);
    const { token, ...shown } = made.body;
    expect(token).toMatch(/^vlp_[\w-]{43}$/);
    expect(shown).toMatchObject({ name: 'Calendar', scopes: ['profile:read'], last_used_at: null });
    const bot = new Client(app.url, token);
    expect((await bot.get('/users/me')).body).toMatchObject({ id: ada.id });

    const { items } = (await ada.get<{ items: TokenBody[] }>('/users/me/tokens')).body;
    expect(items).toEqual([{ ...shown, last_used_at: expect.any(String) as string }]);
    const connection = await createConnection(app.databases.mongodbUri).asPromise();
    const kept = await connection.collection('personal_tokens').find().toArray();
    await connection.close();
    expect(JSON.stringify(kept)).not.toContain(token.slice(4));

    expect(await codeOf(root.delete(`/users/me/tokens/${shown.id}`))).toEqual([404, 'token_not_found']);
    expect((await ada.delete(`/users/me/tokens/${shown.id}`)).status).toBe(204);
    expect((await bot.get('/users/me')).status).toBe(401);
    expect((await ada.delete(`/users/me/tokens/${shown.id}`)).status).toBe(404);
  });

  it('end when they were told to, and stay in the list', async () => {
    const { token } = await make(ada, ['profile:read'], {
      expires_at: new Date(Date.now() + 1_000).toISOString(),
    });
    const bot = new Client(app.url, token);
    await expect.poll(async () => (await bot.get('/users/me')).status).toBe(401);
    const { items } = (await ada.get<{ items: TokenBody[] }>('/users/me/tokens')).body;
    expect(items).toHaveLength(1);
    const past = { expires_at: '2020-01-01T00:00:00.000Z' };
    expect(await make(ada, ['profile:read'], past)).toMatchObject({ status: 422 });
  });

  it.each([
    ['nobody knows the scope', { scopes: ['everything'] }],
    ['it has no scope', { scopes: [] }],
    ['it has one twice', { scopes: ['events:read', 'events:read'] }],
    ['its name is empty', { name: '' }],
    ['it says more than there is', { user_id: 'x' }],
    ['its end is no moment', { expires_at: 'tomorrow' }],
  ])('are refused when %s', async (_when, wrong) => {
    const body = { name: 'Program', scopes: ['events:read'], ...wrong };
    expect((await ada.post('/users/me/tokens', body)).status).toBe(422);
  });

  it('are fifty at most', async () => {
    const grace = await app.user({ handle: 'Grace' });
    await Promise.all(Array.from({ length: 50 }, () => make(grace, ['events:read'])));
    const one = grace.post('/users/me/tokens', { name: 'More', scopes: ['events:read'] });
    expect(await codeOf(one)).toEqual([409, 'limit_reached']);
  });
});

describe('scopes', () => {
  it('tell reading from writing, and one part of the API from another', async () => {
    const reader = await program(ada, 'profile:read');
    expect((await reader.get('/users/me')).status).toBe(200);
    expect(await codeOf(reader.patch('/users/me', { dm_opt_in: true }))).toEqual([403, 'insufficient_scope']);
    expect(await codeOf(reader.get('/events'))).toEqual([403, 'insufficient_scope']);
    const writer = await program(ada, 'organizations:write');
    expect((await writer.post('/organizations', { name: 'Made by program', tag: 'PROG' })).status).toBe(201);
    expect(await codeOf(writer.get('/organizations'))).toEqual([403, 'insufficient_scope']);
  });

  it('open nothing of sessions and tokens: no token makes or ends another', async () => {
    const all = await program(root, ...SCOPES);
    for (const answer of [
      all.get('/users/me/tokens'),
      all.post('/users/me/tokens', { name: 'Heir', scopes: ['admin'] }),
      all.delete('/users/me/sessions'),
      all.post('/auth/logout'),
    ]) {
      expect(await codeOf(answer)).toEqual([403, 'insufficient_scope']);
    }
    expect((await all.post('/auth/refresh')).status).toBe(401);
  });

  it('keep the rights of a site admin to the scope admin', async () => {
    expect(await codeOf(ada.post('/users/me/tokens', { name: 'x', scopes: ['admin'] }))).toEqual([
      403,
      'site_admin_required',
    ]);
    const [plain, admin] = [await program(root, 'organizations:write'), await program(root, 'admin')];
    const { body } = await ada.post<{ id: string }>('/organizations', { name: 'Of Ada', tag: 'ADA' });
    expect((await root.patch(`/organizations/${body.id}`, { name: 'By Root' })).status).toBe(200);
    expect((await plain.patch(`/organizations/${body.id}`, { name: 'By Program' })).status).toBe(403);
    expect((await admin.get('/discord/jobs')).status).toBe(200);
    expect(await codeOf(plain.get('/discord/jobs'))).toEqual([403, 'insufficient_scope']);
    expect(await codeOf(admin.get('/organizations'))).toEqual([403, 'insufficient_scope']);
  });

  it('are asked for by every route that takes a token', async () => {
    const api = await readApiSchema(app);
    const [reader, all] = [await program(root, 'profile:read'), await program(root, ...SCOPES)];
    const opened: string[] = [];
    const closed: string[] = [];
    for (const [path, methods] of Object.entries(api.document.paths)) {
      for (const [method, { security }] of Object.entries(methods)) {
        if (!JSON.stringify(security ?? []).includes('access_token')) continue;
        const refuses = async (client: Client) => {
          const target = path.replaceAll(/\{\w+\}/g, '01980000-0000-7000-8000-000000000000');
          const { body } = await client.raw<ProblemBody | null>(method.toUpperCase(), target);
          return body?.code === 'insufficient_scope';
        };
        if (!(await refuses(reader))) opened.push(`${method} ${path}`);
        if (await refuses(all)) closed.push(`${method} ${path}`);
      }
    }
    expect(opened.sort()).toEqual([
      'get /api/v1/users/me',
      'get /api/v1/users/me/attendance',
      'get /api/v1/users/me/plan',
    ]);
    // A feed's secret link would outlive the token that made it.
    expect(closed.filter((route) => !/\/(?:sessions|tokens|logout|feeds)/.test(route)).sort()).toEqual([
      'delete /api/v1/users/me',
      'get /api/v1/users/me/export',
    ]);
  });
});

describe('made-up tokens', () => {
  it('have no count of requests of their own, good ones do', async () => {
    const limited = await startApp({ databases: app.databases, env: { RATE_LIMIT: '20/1h' } });
    const { token } = await make(ada, ['profile:read']);
    const statuses = async (made: () => string, count: number) => {
      const seen: number[] = [];
      for (let turn = 0; turn < count; turn++)
        seen.push((await new Client(limited.url, made()).get('/users/me')).status);
      return seen;
    };
    let turn = 0;
    expect(await statuses(() => `vlp_${String(turn++)}`, 3)).toEqual([401, 401, 429]);
    expect(await statuses(() => token, 5)).toEqual([200, 200, 200, 200, 200]);
    await limited.stop();
  });
});
