import { afterAll, beforeAll, expect, it } from 'vitest';
import { AnyJson } from '../support/any-json.js';
import { type ApiSchema, readApiSchema } from '../support/api-schema.js';
import { nextDiscordId, startApp, type TestApp, type TestUser } from '../support/app.js';
import { startDiscord, type TestDiscord } from '../support/discord.js';
import { SeededChance } from '../support/seeded-chance.js';

const ROUNDS = 25;
const QUERIES = ['limit', 'cursor', 'state', 'type', 'org_id', 'status', 'action', '$where'] as const;
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000);

let discord: TestDiscord;
let app: TestApp;
let root: TestUser;
let api: ApiSchema;
let ids: readonly [string, ...string[]];

beforeAll(async () => {
  discord = await startDiscord();
  app = await startApp({ env: discord.env });
  root = await app.user({ handle: 'Root', site_admin: true });
  api = await readApiSchema(app);
  const organization = await root.post<{ id: string }>('/organizations', { name: 'Squadron', tag: 'FUZZ' });
  const event = await root.post<{ id: string }>('/events', {
    org_id: organization.body.id,
    title: 'Fuzzed event',
    description: 'It takes whatever comes.',
    type: 'raid',
    start_at_utc: '2035-01-01T12:00:00.000Z',
    duration_minutes: 60,
    roles: [{ name: 'Pilot', capacity: 2 }],
  });
  expect(event.status).toBe(201);
  const real = [organization.body.id, event.body.id, root.id, root.discord_id, nextDiscordId()] as const;
  ids = [...real, ...real, 'x', '01980000-0000-7000-8000-000000000000'];
});
afterAll(async () => {
  await app.close();
  await discord.close();
});

/** Every operation, with its path and the schema of its body. */
function operations() {
  return Object.entries(api.document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { requestBody }]) => ({
      path,
      method: method.toUpperCase(),
      schema: requestBody?.content['application/json']?.schema ?? {},
    })),
  );
}

it(
  `every route answers any body and any query below 500 (FUZZ_SEED=${seed})`,
  { timeout: 180_000 },
  async () => {
    const chance = new SeededChance(seed);
    const values = new AnyJson(chance, api.document.components.schemas, ids);
    const counts: Record<string, number> = {};
    const failures: unknown[] = [];
    for (const { method, path, schema } of operations()) {
      for (let round = 0; round < ROUNDS; round++) {
        const query = `${chance.pick(QUERIES)}=${chance.pick([...ids, '5', '-1', '', '%zz', 'published', 'created'])}`;
        const target =
          path.replaceAll(/\{\w+\}/g, () => chance.pick(ids)) + (chance.next() < 0.4 ? `?${query}` : '');
        const body = method === 'GET' ? null : JSON.stringify(values.like(schema));
        const init = body === null ? {} : { body, headers: { 'content-type': 'application/json' } };
        const answer = await root.raw(method, target, init);
        const kind = `${Math.floor(answer.status / 100)}xx`;
        counts[kind] = (counts[kind] ?? 0) + 1;
        if (answer.status >= 500) failures.push({ method, target, body, answer: answer.body });
      }
    }
    expect(failures).toEqual([]);
    // Otherwise nothing got past the first check, and nothing was tried.
    expect(counts['2xx']).toBeGreaterThan(100);
    expect(counts['4xx']).toBeGreaterThan(100);
  },
);
