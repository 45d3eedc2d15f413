import fc from 'fast-check';
import { type Dispatcher, Pool } from 'undici';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ApiSchema, readApiSchema } from '../support/api-schema.js';
import { startApp, type TestApp, type TestUser } from '../support/app.js';
import { bodyOf } from '../support/calls.js';
import { startDiscord, type TestDiscord } from '../support/discord.js';
import { type DescribedSchema, SchemaArbitrary } from '../support/schema-arbitrary.js';

/**
 * How many requests are made up for each operation that takes a body, and a third of it for those that have parameters alone;
 * equal ones are sent once. `FUZZ_RUNS=10000` on demand.
 */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 300);
/** As fast-check prints it when a run fails: the same values come again. */
const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000_000);
/** How often a request that is answered badly is tried again with less in it: without an end it can take minutes. */
const MOST_SHRINKS = 200;
/** Operations at once: most of them wait for the database. */
const AT_ONCE = 6;

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema?: DescribedSchema;
}

interface DescribedBody {
  readonly type: string;
  readonly schema: DescribedSchema;
  readonly example: unknown;
}

interface DescribedOperation {
  readonly name: string;
  readonly method: Dispatcher.HttpMethod;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: DescribedBody | null;
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
/** With a body of twenty fields hardly any request is good where each may be anything: half of them are what is asked for. */
let kinds: readonly SchemaArbitrary[];
/** What addresses and bodies may name, by the noun before it or the name of the field: also what requests before have made. */
let named: Record<string, string>;
/** `fetch` would cost as much as the application itself. */
let connections: Pool;
const counts: Record<string, number> = {};

beforeAll(async () => {
  discord = await startDiscord({ rateLimits: { enabled: false } });
  // What Discord shows is posted by a worker, which is waited for.
  app = await startApp({ run: 'api,worker', env: discord.env });
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
  connections = new Pool(app.url);
  const guild = await discord.guild();
  await guild.admit(root.discord_id);
  const registered = await root.post('/discord/guilds', {
    guild_id: guild.id,
    guild_name: 'Test server',
    owner_id: guild.ownerId,
    org_id: organization.body.id,
    event_channel_id: guild.channelId,
  });
  expect(registered.status).toBe(201);
  named = {
    organizations: organization.body.id,
    events: event.body.id,
    event_id: event.body.id,
    org_id: organization.body.id,
    guild_id: guild.id,
    user_id: root.id,
  };
  const real = [organization.body.id, event.body.id, root.id, root.discord_id, guild.id, guild.channelId];
  const ids = [...real, ...real, 'x', 'me'];
  kinds = [true, false].map((tame) => new SchemaArbitrary(api.document.components.schemas, ids, tame));
});
afterAll(async () => {
  await connections.close();
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
        method: method.toUpperCase() as Dispatcher.HttpMethod,
        path,
        parameters,
        body: type === undefined ? null : { type, schema: media?.schema ?? {}, example: media?.example },
        statuses: Object.keys(responses).map(Number),
      };
    }),
  );
}

function requests(
  { path, parameters, body }: DescribedOperation,
  values: SchemaArbitrary,
): fc.Arbitrary<Sent> {
  const of = (place: string) => parameters.filter((parameter) => parameter.in === place);
  const parametersIn = (place: string) =>
    Object.fromEntries(
      of(place).map(({ name, schema = {} }) => [name, likelyIn(path, name, values.text(schema))]),
    );
  const written = body === null ? fc.constant(null) : writtenFor(body, values);
  return fc
    .tuple(
      fc.record(parametersIn('path')),
      fc.record(parametersIn('query'), { requiredKeys: [] }),
      fc.record(parametersIn('header'), { requiredKeys: [] }),
      written,
    )
    .map(([parts, query, headers, text]) => ({
      target: addressOf(path, parts, query),
      headers: {
        ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, sendable(value ?? '')])),
        ...(body !== null && text !== null && { 'content-type': body.type }),
      },
      body: text,
    }));
}

/** A parameter that names something: every other time what is there, so that more than the first look is tried. */
function likelyIn(path: string, name: string, anything: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const noun = new RegExp(String.raw`([\w-]+)/\{${name}\}`).exec(path)?.[1] ?? '';
  return fc
    .tuple(fc.boolean(), anything)
    .map(([isThere, other]) => (isThere ? (named[name] ?? named[noun]) : undefined) ?? other);
}

/** What a request has made is named by those that follow; an organization stays the one that has everything. */
function remember(path: string, answer: string): void {
  const noun = path.split('/').at(-1) ?? '';
  const { id } = JSON.parse(answer) as { readonly id?: string };
  if (id !== undefined && noun !== 'organizations') named[noun] = id;
}

function writtenFor({ type, schema, example }: DescribedBody, values: SchemaArbitrary): fc.Arbitrary<string> {
  if (!type.includes('json')) return fc.oneof(fc.constant(String(example)), fc.string({ maxLength: 300 }));
  const json = values.of(schema).map((value) => JSON.stringify(value));
  return fc.oneof(
    { weight: 10, arbitrary: json },
    { weight: 10, arbitrary: likeExample(schema, example, values) },
    { weight: 1, arbitrary: fc.string() },
  );
}

/** The body that the description shows, but for a field or two: hardly one that is all made up gets past the first look. */
function likeExample(
  schema: DescribedSchema,
  example: unknown,
  values: SchemaArbitrary,
): fc.Arbitrary<string> {
  const fields = values.fieldsOf(schema);
  const names = Object.keys(fields);
  return fc
    .tuple(fc.subarray(names, { maxLength: Math.min(2, names.length) }), fc.record(fields))
    .map(([changed, others]) => {
      const shown = JSON.parse(bodyOf(example, named) ?? '{}') as object;
      return JSON.stringify({ ...shown, ...Object.fromEntries(changed.map((name) => [name, others[name]])) });
    });
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
  const { token } = name === 'DELETE /api/v1/users/me' ? await app.user() : root;
  const any = fc.oneof(...kinds.map((values) => requests(operation, values)));
  const request = fc.limitShrink(any, MOST_SHRINKS);
  const property = fc.asyncProperty(request, async ({ target, headers, body }) => {
    const sent = await connections.request({
      method,
      path: target,
      headers: { authorization: `Bearer ${token}`, ...headers },
      body: method === 'GET' ? null : body,
    });
    const answer = await sent.body.text();
    const status = sent.statusCode;
    const kind = `${String(Math.floor(status / 100))}xx`;
    counts[kind] = (counts[kind] ?? 0) + 1;
    if (status === 201) remember(operation.path, answer);
    if (status >= 500 || !statuses.includes(status))
      throw new Error(`answered with ${String(status)}, which is not described: ${answer}`);
  });
  await fc
    .assert(property, {
      numRuns: operation.body === null ? Math.ceil(RUNS / 3) : RUNS,
      seed: SEED,
      ignoreEqualValues: true,
    })
    .catch((error: unknown) => {
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
