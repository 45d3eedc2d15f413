import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { operationFiles } from '../../site/generate/operations.js';
import { type ApiSchema, readApiSchema } from '../support/api-schema.js';
import { nextDiscordId, startApp, type TestApp, type TestUser } from '../support/app.js';

/** An id that nothing has. */
const NOTHING = '01980000-0000-7000-8000-000000000000';

let app: TestApp;
let api: ApiSchema;
let root: TestUser;
let ids: Readonly<Record<string, string>>;

beforeAll(async () => {
  app = await startApp();
  api = await readApiSchema(app);
  root = await app.user({ handle: 'Root', site_admin: true });
  const member = await app.user({ handle: 'Grace' });
  const organization = await root.post<{ id: string }>('/organizations', { name: 'Squadron', tag: 'SQDN' });
  const event = await root.post<{ id: string }>('/events', {
    org_id: organization.body.id,
    title: 'Real event',
    description: 'The examples meet it.',
    type: 'raid',
    start_at_utc: '2042-01-01T12:00:00.000Z',
    duration_minutes: 60,
  });
  ids = { organizations: organization.body.id, events: event.body.id, user_id: member.id };
});
afterAll(() => app.close());

/** An operation's path with the ids of what is there; other ids belong to nothing. */
function realPath(path: string): string {
  return path.replaceAll(/(\w+)\/\{(\w+)\}/g, (_all, noun: string, name: string) => {
    const id = ids[name] ?? ids[name === 'event_id' ? 'events' : noun];
    return `${noun}/${id ?? NOTHING}`;
  });
}

/** Every operation that takes a body, with the example of that body. */
function examples() {
  return Object.entries(api.document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { requestBody }]) => {
      const media = requestBody?.content['application/json'];
      return media === undefined ? [] : [{ method: method.toUpperCase(), path, example: media.example }];
    }),
  );
}

const send = (method: string, path: string, body: unknown) =>
  root.raw(method, path, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

it.each([
  ['POST', '/api/v1/organizations', 'OrganizationView'],
  ['PATCH', '/api/v1/organizations/{id}', 'OrganizationView'],
  ['PUT', '/api/v1/organizations/{id}/members/{user_id}', 'MemberView'],
  ['PATCH', '/api/v1/users/me', 'UserView'],
  ['POST', '/api/v1/events', 'EventView'],
  ['PATCH', '/api/v1/events/{id}', 'EventView'],
  ['POST', '/api/v1/events/{id}/signups', 'SignupView'],
  ['PATCH', '/api/v1/events/{id}/signups/me', 'SignupView'],
  ['POST', '/api/v1/discord/events/events/create/{event_id}', 'MirrorRequestView'],
  ['POST', '/api/v1/webhooks', 'WebhookView'],
  ['POST', '/api/v1/plans/changes', 'PlanChangeView'],
])('%s %s does what it says, and answers as described', async (method, path, view) => {
  const { example } = examples().find((one) => one.method === method && one.path === path) ?? {};
  const named = {
    ...(example as object),
    ...(path === '/api/v1/events' && { org_id: ids['organizations'] }),
  };
  const { status, body } = await send(method, realPath(path), named);
  expect({ status: Math.floor(status / 100), faults: api.faults(view, body) }).toEqual({
    status: 2,
    faults: null,
  });
});

it('every body has an example that is valid as it stands, whatever there is', async () => {
  expect(examples().length).toBeGreaterThan(15);
  const refused: unknown[] = [];
  for (const { method, path, example } of examples()) {
    expect({ method, path, example }).toMatchObject({ example: expect.any(Object) as object });
    const { status, body } = await send(
      method,
      path.replaceAll(/\{\w+\}/g, (name) => (name === '{guild_id}' ? nextDiscordId() : NOTHING)),
      example,
    );
    if (status === 400 || status === 422 || status >= 500)
      refused.push({ method, path, example, status, body });
  }
  expect(refused).toEqual([]);
});

interface Shown {
  /** Such as `GET /events/{id}`. */
  readonly what: string;
  /** The lines to paste. */
  readonly lines: string;
}

/** Every example of the site's pages of operations that is said to be run here. */
function shown(): Shown[] {
  return operationFiles('en').flatMap(([, page]) =>
    [...page.matchAll(/^## `(.+?)`.*\n(?:(?!## )(?!```).*\n)*```sh test=.*\n([^]*?)^```/gm)].map(
      ([, what = '', lines = '']) => ({
        what,
        lines,
      }),
    ),
  );
}

/** The ids in the address of an example, which are written in capitals: what is read is there, everything else is about nothing. */
function filledIn({ what, lines }: Shown): string {
  const known = what.startsWith('GET ') ? ids : {};
  return lines
    .replaceAll(/(\w+)\/([A-Z_]+)(?=[/".?])/g, (_all, noun: string, name: string) => {
      const id = known[name.toLowerCase()] ?? known[name === 'EVENT_ID' ? 'events' : noun];
      return `${noun}/${id ?? (name === 'GUILD_ID' ? nextDiscordId() : NOTHING)}`;
    })
    .replaceAll(/=[A-Z_]+_ID\b/g, `=${ids['organizations'] ?? ''}`);
}

it('every example on the pages of operations is taken as it is shown', { timeout: 180_000 }, async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'verselink-examples-'));
  await writeFile(path.join(folder, 'FILE'), 'title,start\nConvoy,2042-01-01 12:00\n');
  const [byHand, all] = [
    5,
    Object.values(api.document.paths).flatMap((methods) => Object.keys(methods)).length,
  ];
  expect(shown()).toHaveLength(all - byHand);
  const examples = shown().map((example) => ({ ...example, lines: filledIn(example) }));
  // Some of them end the caller's account or session.
  const callers = await Promise.all(examples.map(() => app.user({ site_admin: true })));
  const script = [
    `curl() { command curl -sS --max-time 2 -o answer -w '%{http_code}' "$@" || true; }`,
    ...examples.map(({ lines }, index) => `(token=${callers[index]?.token ?? ''}\n${lines}\n)\nprintf '\\0'`),
  ].join('\n');
  const { stdout } = await promisify(execFile)('bash', ['-c', script], {
    cwd: folder,
    env: { PATH: process.env['PATH'], api: `${app.url}/api/v1` },
  });
  const answers = stdout.split('\0').map(Number);
  const refused = examples.flatMap((example, index) => {
    const status = answers[index] ?? 0;
    // What is about nothing is not found, or does not allow what is asked.
    const isFine = status < 400 || [403, 404, 409].includes(status);
    return status < 200 || !isFine ? [{ ...example, status }] : [];
  });
  await rm(folder, { recursive: true });
  expect(refused).toEqual([]);
});
