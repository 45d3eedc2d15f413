import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ApiSchema, readApiSchema } from '../support/api-schema.js';
import { nextDiscordId, startApp, type TestApp, type TestUser } from '../support/app.js';
import { startDiscord, type TestDiscord } from '../support/discord.js';
import { type DescribedSchema, SchemaArbitrary } from '../support/schema-arbitrary.js';

/** How often each operation is called; `FUZZ_RUNS=10000` on demand. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 60);
/** As fast-check prints it when a run fails: the same values come again. */
const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000_000);
/** Operations at once: most of them wait for the database. */
const AT_ONCE = 6;

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema?: DescribedSchema;
}

interface DescribedOperation {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: { readonly type: string; readonly schema: DescribedSchema } | null;
  readonly statuses: readonly number[];
}

/** A request as it is sent, so that a counterexample can be sent again. */
interface Sent {
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

let discord: TestDiscord;
let app: TestApp;
let root: TestUser;
let api: ApiSchema;
let values: SchemaArbitrary;
const counts: Record<string, number> = {};

beforeAll(async () => {
  discord = await startDiscord({ rateLimits: { enabled: false } });
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
  const real = [organization.body.id, event.body.id, root.id, root.discord_id, nextDiscordId()];
  values = new SchemaArbitrary(api.document.components.schemas, [...real, ...real, 'x', 'me']);
});
afterAll(async () => {
  await app.close();
  await discord.close();
});

/** Every operation that ends by itself: a stream of events does not. */
function operations(): DescribedOperation[] {
  return Object.entries(api.document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      const {
        parameters = [],
        requestBody,
        responses,
      } = operation as typeof operation & {
        parameters?: readonly Parameter[];
      };
      if (JSON.stringify(responses).includes('text/event-stream')) return [];
      const [type, media] = Object.entries(requestBody?.content ?? {})[0] ?? [];
      return {
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
        parameters,
        body: type === undefined ? null : { type, schema: media?.schema ?? {} },
        statuses: Object.keys(responses).map(Number),
      };
    }),
  );
}

function requests({ path, parameters, body }: DescribedOperation): fc.Arbitrary<Sent> {
  const of = (place: string) => parameters.filter((parameter) => parameter.in === place);
  const record = (place: string, requiredKeys?: []) =>
    fc.record(
      Object.fromEntries(of(place).map(({ name, schema = {} }) => [name, values.text(schema)])),
      requiredKeys && { requiredKeys },
    );
  const written = body === null ? fc.constant(null) : bodyOf(body);
  return fc
    .tuple(record('path'), record('query', []), record('header', []), written)
    .map(([inPath, query, headers, text]) => ({
      target: addressOf(path, inPath, query),
      headers: {
        ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, sendable(value ?? '')])),
        ...(body !== null && text !== null && { 'content-type': body.type }),
      },
      body: text,
    }));
}

function bodyOf({ type, schema }: NonNullable<DescribedOperation['body']>): fc.Arbitrary<string> {
  if (!type.includes('json')) return fc.string({ maxLength: 300 });
  const json = values.of(schema).map((value) => JSON.stringify(value));
  return fc.oneof({ weight: 20, arbitrary: json }, { weight: 1, arbitrary: fc.string() });
}

type Texts = Readonly<Record<string, string | undefined>>;

function addressOf(path: string, inPath: Texts, query: Texts): string {
  // An empty part, or one of dots alone, would be another address.
  const part = (name: string) => encodeURIComponent(wellFormed(inPath[name] ?? '')).replace(/^\.*$/, 'x');
  const address = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => part(name));
  const given = Object.entries(query).map(
    ([name, value]) => `${name}=${encodeURIComponent(wellFormed(value ?? ''))}`,
  );
  return given.length === 0 ? address : `${address}?${given.join('&')}`;
}

/** Half of a surrogate pair cannot be written into an address. */
const wellFormed = (text: string) => text.replaceAll(/\p{Surrogate}/gu, '\ufffd').slice(0, 1_000);
/** What a header can carry. */
const sendable = (text: string) =>
  text
    .replaceAll(/[^\x20-\x7e]/g, '')
    .trim()
    .slice(0, 1_000);

/** Calls one operation again and again. */
async function fuzz(operation: DescribedOperation): Promise<void> {
  const { name, method, statuses } = operation;
  // Whoever erases their account is no one afterwards.
  const caller = name === 'DELETE /api/v1/users/me' ? await app.user() : root;
  const property = fc.asyncProperty(requests(operation), async ({ target, headers, body }) => {
    const init = { headers, redirect: 'manual' as const, ...(body !== null && method !== 'GET' && { body }) };
    const { status, body: answer } = await caller.raw(method, target, init);
    const kind = `${String(Math.floor(status / 100))}xx`;
    counts[kind] = (counts[kind] ?? 0) + 1;
    expect({ status, answer, isDescribed: status < 500 && statuses.includes(status) }).toMatchObject({
      isDescribed: true,
    });
  });
  await fc.assert(property, { numRuns: RUNS, seed: SEED }).catch((error: unknown) => {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : '';
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)} ${cause}`);
  });
}

it(
  `every operation answers whatever it is sent with a status that it says it has (FUZZ_SEED=${String(SEED)})`,
  { timeout: RUNS * 4_000 },
  async () => {
    const waiting = operations();
    expect(waiting.length).toBeGreaterThan(80);
    const failures: unknown[] = [];
    const work = async () => {
      for (let operation = waiting.shift(); operation !== undefined; operation = waiting.shift()) {
        await fuzz(operation).catch((error: unknown) => failures.push(error));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    expect(failures).toEqual([]);
    // Otherwise nothing got past the first check, and nothing was tried.
    expect(counts['2xx']).toBeGreaterThan(RUNS);
    expect(counts['4xx']).toBeGreaterThan(RUNS);
  },
);
