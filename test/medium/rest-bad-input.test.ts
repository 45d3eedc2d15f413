import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp, type TestUser } from '../support/app.js';
import type { ProblemBody } from '../support/client.js';

let app: TestApp;
let ada: TestUser;

beforeAll(async () => {
  app = await startApp();
  ada = await app.user({ handle: 'Ada' });
});
afterAll(() => app.close());

const json = { 'content-type': 'application/json' };
const post = (body: string | null, headers: Record<string, string> = json) =>
  ada.raw<ProblemBody>('POST', '/organizations', { body, headers });

describe('bodies', () => {
  it.each(['{', '{"name":}', 'name=x', '[1,', '"\u0001"', '{"name":"x"}garbage', '\ufeff\ufeff{}'])(
    'that are not JSON are malformed: %j',
    async (body) => {
      const answer = await post(body);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(answer.body).toMatchObject({
        type: 'about:blank',
        title: 'Bad Request',
        status: 400,
        code: 'malformed_request',
      });
    },
  );

  it.each(['[]', '[{"name":"Squadron","tag":"X1"}]', '"text"', '7', 'null', 'true'])(
    'must be objects: %s',
    async (body) => {
      const answer = await post(body);
      expect(answer.body).toMatchObject({ status: 422, code: 'validation_failed' });
      expect(answer.body.errors?.length).toBeGreaterThan(0);
    },
  );

  it('may be missing where nothing is required, even when JSON was announced', async () => {
    expect((await ada.raw('PATCH', '/users/me', { headers: json })).status).toBe(200);
    expect((await post(null)).body).toMatchObject({ status: 422 });
  });

  it('of another kind are not read', async () => {
    for (const kind of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'x',
    ]) {
      const answer = await post('name=Squadron&tag=X2', { 'content-type': kind });
      expect(answer.body).toMatchObject({ status: 415, code: 'unsupported_media_type' });
    }
  });

  it.each([
    ['__proto__', '{"name":"Squadron","tag":"P1","__proto__":{"visibility":"private"}}'],
    ['constructor.prototype', '{"name":"Squadron","tag":"P2","constructor":{"prototype":{"admin":true}}}'],
  ])('cannot reach a prototype through %s', async (_name, body) => {
    expect((await post(body)).body).toMatchObject({ status: 400 });
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  it.each([
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'then',
    '$where',
    'id',
    'owner_id',
    '__defineGetter__',
  ])('cannot have a field %s that nobody asked for', async (field) => {
    const answer = await post(JSON.stringify({ name: 'Squadron', tag: 'P3', [field]: 'x' }));
    expect(answer.body).toMatchObject({ status: 422, code: 'validation_failed' });
    expect(answer.body.errors).toContainEqual({ field, message: expect.any(String) as string });
  });

  it.each([
    ['an operator', { name: { $gt: '' } }],
    ['an array', { name: ['Squadron'] }],
    ['a number', { name: 12345 }],
    ['null', { name: null }],
    ['nothing', { name: undefined }],
    ['blanks', { name: '     ' }],
    ['too few characters', { name: 'ab' }],
    ['too many characters', { name: 'a'.repeat(101) }],
    ['a control character', { name: 'Squad\u0000ron' }],
    ['an operator in the tag', { tag: { $ne: 'x' } }],
    ['an accent in the tag', { tag: 'ÉTÉ' }],
    ['a script for an address', { website_url: 'javascript:alert(1)' }],
    ['no address', { website_url: 'squadron' }],
    ['a visibility that does not exist', { visibility: 'secret' }],
    ['null for a visibility', { visibility: null }],
    ['a long description', { description: 'a'.repeat(1001) }],
  ])('with %s break a rule, and the field is named', async (_name, fields) => {
    const answer = await ada.post<ProblemBody>('/organizations', { name: 'Squadron', tag: 'P4', ...fields });
    expect(answer.body).toMatchObject({
      title: 'Unprocessable Entity',
      status: 422,
      code: 'validation_failed',
    });
    expect(answer.body.errors?.map(({ field }) => field)).toContain(Object.keys(fields)[0]);
  });

  it('list every fault at once', async () => {
    const answer = await ada.post<ProblemBody>('/organizations', { name: 'x', tag: '!', more: 1 });
    expect(new Set(answer.body.errors?.map(({ field }) => field))).toEqual(new Set(['name', 'tag', 'more']));
  });

  it.each([1024 * 1024 + 1, 10 * 1024 * 1024])('of %i bytes are too large', async (size) => {
    const answer = await post(JSON.stringify({ name: 'a'.repeat(size) }));
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.body).toMatchObject({ title: 'Payload Too Large', status: 413, code: 'payload_too_large' });
  });

  it('that are too large are refused in a way that clients see who send first and read afterwards', async () => {
    const size = 10 * 1024 * 1024;
    const socket = connect(app.verselink.port ?? 0, '127.0.0.1');
    socket.pause();
    socket.write(`POST /api/v1/organizations HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${ada.token}\r\n`);
    socket.write(`content-type: application/json\r\ncontent-length: ${size}\r\n\r\n`);
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.write('a'.repeat(size), () => {
        resolve();
      });
    });
    const [data] = (await once(socket.resume(), 'data')) as [Buffer];
    expect(data.toString()).toContain('HTTP/1.1 413 Payload Too Large');
    socket.destroy();
  });

  it('of exactly the limit are read', async () => {
    const around = JSON.stringify({ name: '', tag: 'FULL' }).length;
    const body = JSON.stringify({ name: 'a'.repeat(1024 * 1024 - around), tag: 'FULL' });
    expect((await post(body)).body).toMatchObject({ status: 422 });
  });

  it('in pieces, without a length, are read as well', async () => {
    const pieces = ['{"name":"Squadron"', ',"tag":"PIECES"}'].map((piece) => new TextEncoder().encode(piece));
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        const piece = pieces.shift();
        if (piece === undefined) controller.close();
        else controller.enqueue(piece);
      },
    });
    const init = { body, headers: json, duplex: 'half' } as RequestInit;
    expect(await ada.raw('POST', '/organizations', init)).toMatchObject({
      status: 201,
      body: { tag: 'PIECES' },
    });
  });

  it('of 10 MB without a length are too large', async () => {
    const chunk = new Uint8Array(64 * 1024).fill(0x20);
    let left = 160;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        if (left-- > 0) controller.enqueue(chunk);
        else controller.close();
      },
    });
    const init = { body, headers: json, duplex: 'half' } as RequestInit;
    expect((await ada.raw('POST', '/organizations', init)).status).toBe(413);
  });

  it('that nest deeply are refused in peace', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect((await post(deep)).status).toBe(422);
    expect((await post(`{"name":${deep},"tag":"P5"}`)).status).toBe(422);
  });
});

describe('addresses', () => {
  it.each(['/api/v1/nothing', '/api/v1/users/', '/', '/api/v1/users/me/x', '/../etc/passwd'])(
    'without a route say so: %s',
    async (path) => {
      const answer = await ada.raw<ProblemBody>('GET', path.startsWith('/api') ? path : `/api/..${path}`);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(answer.body).toMatchObject({ status: 404, code: 'route_not_found' });
      expect(answer.body.detail).toContain('/api/openapi.json');
    },
  );

  it('with another method are not there', async () => {
    expect((await ada.raw<ProblemBody>('PUT', '/users/me')).body).toMatchObject({
      status: 404,
      code: 'route_not_found',
    });
  });

  it('that cannot be decoded are malformed', async () => {
    for (const path of ['/organizations/%zz', '/organizations/%c0%ae']) {
      const answer = await ada.raw<ProblemBody>('GET', path);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(answer.body).toMatchObject({ status: 400, code: 'malformed_request' });
    }
  });

  it.each([
    'x',
    '123',
    '01980000-0000-7000-8000-00000000000g',
    '%00',
    '%7B%22$gt%22:%22%22%7D',
    'a'.repeat(150),
  ])('with an id that cannot be are 404: %s', async (id) => {
    const answer = await ada.get<ProblemBody>(`/organizations/${id}`);
    expect(answer.body).toMatchObject({ status: 404, code: 'organization_not_found' });
  });
});

describe('the profile', () => {
  it('is changed field by field', async () => {
    const answer = await ada.patch('/users/me', {
      handle: ' Countess ',
      email: 'ada@example.org',
      locale: 'en',
      timezone: 'Europe/London',
      dm_opt_in: true,
    });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        handle: 'Countess',
        email: 'ada@example.org',
        locale: 'en',
        timezone: 'Europe/London',
        dm_opt_in: true,
      },
    });
    expect((await ada.patch('/users/me', { email: null })).body).toMatchObject({
      email: null,
      handle: 'Countess',
    });
  });

  it.each([
    { handle: '' },
    { handle: null },
    { email: 'nobody' },
    { email: { $gt: '' } },
    { locale: 'de' },
    { timezone: 'Mars/Olympus' },
    { dm_opt_in: 1 },
    { site_admin: true },
    { id: 'x' },
    { discord_id: '1' },
  ])('refuses %j', async (change) => {
    const answer = await ada.patch<ProblemBody>('/users/me', change);
    expect(answer.body).toMatchObject({ status: 422, code: 'validation_failed' });
    expect(answer.body.errors?.map(({ field }) => field)).toContain(Object.keys(change)[0]);
  });
});
