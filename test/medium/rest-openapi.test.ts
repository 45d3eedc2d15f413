import openapiTypes, { astToString } from 'openapi-typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiSchema, readApiSchema } from '../support/api-schema.js';
import { startApp, type TestApp, type TestUser } from '../support/app.js';
import { startDiscord, type TestDiscord } from '../support/discord.js';

let discord: TestDiscord;
let app: TestApp;
let api: ApiSchema;
let ada: TestUser;

beforeAll(async () => {
  discord = await startDiscord();
  app = await startApp({ env: discord.env });
  api = await readApiSchema(app);
  ada = await app.user({ handle: 'Ada' });
});
afterAll(async () => {
  await app.close();
  await discord.close();
});

/** Operations by name, such as `GET /users/me`. */
function operations() {
  return Object.entries(api.document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      operation,
    })),
  );
}

describe('the description of the API', () => {
  it('is an OpenAPI document that anyone may read, and has a page', async () => {
    expect(api.document.openapi).toMatch(/^3\./);
    const page = await app.anyone.get<string>('/api/docs');
    expect(page.status).toBe(200);
    expect(page.body).toContain('VerseLink API');
    expect((await app.anyone.get('/api/docs/swagger-ui-bundle.js')).status).toBe(200);
  });

  it.each([
    'GET /api/v1/users/me',
    'PATCH /api/v1/users/me',
    'POST /api/v1/organizations',
    'GET /api/v1/organizations',
    'GET /api/v1/organizations/{id}',
    'PATCH /api/v1/organizations/{id}',
    'GET /api/v1/organizations/{id}/members',
    'PUT /api/v1/organizations/{id}/members/{user_id}',
    'DELETE /api/v1/organizations/{id}/members/{user_id}',
    'POST /api/v1/discord/guilds',
    'GET /api/v1/discord/guilds',
    'GET /api/v1/discord/guilds/{guild_id}',
    'PATCH /api/v1/discord/guilds/{guild_id}',
    'DELETE /api/v1/discord/guilds/{guild_id}',
    'GET /api/v1/discord/health',
  ])('has %s', (name) => {
    expect(operations().map((operation) => operation.name)).toContain(name);
  });

  it('keeps the token over a reload, and begins with events', async () => {
    const page = await app.anyone.get<string>('/api/docs/swagger-ui-init.js');
    expect(page.body).toContain('"persistAuthorization": true');
    const used = new Set(operations().flatMap(({ operation }) => operation.tags ?? []));
    const named = api.document.tags.map(({ name }) => name);
    expect(named[0]).toBe('events');
    expect(new Set(named)).toEqual(used);
  });

  it('may run its own scripts, where other answers may load nothing', async () => {
    const page = await app.anyone.get('/api/docs');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self' 'unsafe-inline'");
    for (const path of ['/users/me', '/api/openapi.json', '/nothing', '/internal/health']) {
      const { headers } = await app.anyone.get(path);
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-security-policy': "default-src 'none';frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      });
    }
  });

  it('says of every operation in one sentence what it does', () => {
    const summaries = operations().map(({ name, operation }) => ({ name, summary: operation.summary ?? '' }));
    expect(summaries.filter(({ summary }) => !/^[A-Z][^.]{4,90}\.$/.test(summary))).toEqual([]);
  });

  it('says of every operation what a good answer is', () => {
    for (const { name, operation } of operations()) {
      const good = Object.entries(operation.responses).filter(([status]) => /^2/.test(status));
      const described = good.filter(
        ([status, answer]) => status === '204' || 'content' in (answer as object),
      );
      expect({ name, described: described.length }).toEqual({ name, described: good.length });
    }
  });

  it('says of every operation how it fails, and of no internal one that it exists', () => {
    for (const { name, operation } of operations()) {
      const refusals = Object.keys(operation.responses).filter((status) => status >= '400');
      expect(refusals, name).toEqual(expect.arrayContaining(['400', '422', '429', '503']));
      expect(operation.responses['default'], name).toBeUndefined();
      expect(name).not.toContain('/internal');
    }
  });

  /** In what order the compiler lists the words of a type, before it or after, depends on what it has read before. */
  const sorted = (key: string, value: unknown) => {
    if (key === 'enum' && Array.isArray(value)) return (value as unknown[]).toSorted();
    if (!hasWords(value)) return value;
    return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => one.localeCompare(other)));
  };
  const hasWords = (value: unknown): value is { enum: unknown[] } =>
    typeof value === 'object' && value !== null && 'enum' in value && Array.isArray(value.enum);

  it("is what the console's types were made from, by `npm run console:types`", async () => {
    const types = await openapiTypes(JSON.stringify(api.document, sorted), { defaultNonNullable: false });
    const head = '// Made from the description of the API by `npm run console:types`; not to be edited.\n';
    await expect(head + astToString(types)).toMatchFileSnapshot('../../console/src/api/schema.d.ts');
  });

  it('is what the documents describe operation by operation, written by `npm run console:types`', async () => {
    await expect(`${JSON.stringify(api.document, sorted, 1)}\n`).toMatchFileSnapshot(
      '../../site/openapi.json',
    );
  });

  it('refers to nothing that it does not contain', () => {
    const references = JSON.stringify(api.document).match(/#\/components\/schemas\/\w+/g) ?? [];
    expect(references.length).toBeGreaterThan(20);
    for (const reference of references) {
      expect(Object.keys(api.document.components.schemas)).toContain(reference.split('/').at(-1));
    }
  });

  it('asks for a token exactly where the application does', async () => {
    const id = '01980000-0000-7000-8000-000000000000';
    for (const { name, operation } of operations()) {
      const [method = '', path = ''] = name.split(' ');
      const answer = await app.anyone.raw(method, path.replaceAll(/\{\w+\}/g, id));
      // `{}` among the alternatives means that no token is needed.
      const { security } = operation;
      const closed = security !== undefined && !security.some((way) => JSON.stringify(way) === '{}');
      expect({ name, closed: answer.status === 401 }).toEqual({ name, closed });
    }
  });

  it('describes real answers to the letter', async () => {
    const faults = async (schema: string, answer: Promise<{ status: number; body: unknown }>) => {
      const { status, body } = await answer;
      return { schema, ok: status < 300, faults: api.faults(schema, body) };
    };
    const organization = await ada.post<{ id: string }>('/organizations', { name: 'Squadron', tag: 'DOC' });
    const orgId = organization.body.id;
    const { id: guildId, ownerId: ownerId, admit } = await discord.guild();
    await admit(ada.discord_id);
    const guild = { guild_id: guildId, guild_name: 'Server', owner_id: ownerId, org_id: orgId };
    for (const result of [
      await faults('UserView', ada.get('/users/me')),
      await faults('OrganizationView', Promise.resolve(organization)),
      await faults('MemberView', ada.put(`/organizations/${orgId}/members/${ada.id}`, { role: 'admin' })),
      await faults('GuildDetailsView', ada.post('/discord/guilds', guild)),
      await faults('DiscordHealthView', app.anyone.get('/discord/health')),
    ]) {
      expect(result).toEqual({ schema: result.schema, ok: true, faults: null });
    }
    const problem = await app.anyone.get('/users/me');
    expect(api.faults('Problem', problem.body)).toBeNull();
    expect(api.faults('UserView', { id: 'x', more: true })).not.toBeNull();
  });
});
