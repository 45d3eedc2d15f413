import { getConnectionToken } from '@nestjs/mongoose';
import { createConnection, type Connection } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  may,
  PERMISSIONS,
  type Permission,
  RANKS,
  type Rank,
  type Standing,
  type Tie,
} from '../../src/features/access/rules/permissions.js';
import { OrgMembersRepository } from '../../src/features/organizations/org-members.repository.js';
import { OrgMembersService } from '../../src/features/organizations/org-members.service.js';
import { SessionsService } from '../../src/features/sessions/sessions.service.js';
import { type ApiSchema, readApiSchema } from '../support/api-schema.js';
import { nextDiscordId, startApp, type TestApp, type TestUser } from '../support/app.js';
import { addressOf, bodyOf, impostorsOf, NOTHING, queryOf } from '../support/calls.js';
import type { Client } from '../support/client.js';
import { permissionOf } from '../support/permission-table.js';
import { aScene, type Scene } from '../support/scene.js';

/** Who calls, and what they are to the organization and its event. */
interface Caller {
  readonly name: string;
  readonly client: Client;
  readonly standing: Standing;
}

const BASE = '/api/v1';

let app: TestApp;
let api: ApiSchema;
let connection: Connection;
let scene: Scene;
let organizer: TestUser;
let callers: Caller[];
/** Of a session of the owner's. */
let cookie: string;
let impostors: readonly (readonly [string, Client])[];

beforeAll(async () => {
  app = await startApp();
  api = await readApiSchema(app);
  connection = await createConnection(app.databases.mongodbUri).asPromise();
  scene = await aScene(app);
  await scene.admin.patch(`/organizations/${scene.orgId}`, { visibility: 'private' });
  const other = await aScene(app);
  const service = <T>(type: abstract new (...args: never[]) => T) =>
    app.verselink.app.get<T>(type, { strict: false });
  const withRole = async (role: string) => {
    const user = await app.user();
    await scene.admin.put(`/organizations/${scene.orgId}/members/${user.id}`, { role });
    return user;
  };
  const withStaffRole = async () => {
    const user = await withRole('member');
    const was = await service(OrgMembersRepository).find(scene.orgId, user.id);
    const now = { granted_by: [], staff_by: ['100000000000000077'] };
    await service(OrgMembersService).follow(scene.orgId, user.id, was, now);
    return user;
  };
  organizer = await withRole('member');
  const caller = (name: string, client: Client, rank: Rank, ties: readonly Tie[] = []): Caller => ({
    name,
    client,
    standing: { rank, ties },
  });
  callers = [
    caller('nobody', app.anyone, 'anyone'),
    caller('stranger', await app.user(), 'user'),
    caller("another organization's owner", other.admin, 'user'),
    caller('member', await withRole('member'), 'member'),
    caller('organizer', organizer, 'member', ['organizer']),
    caller('staff', await withRole('staff'), 'staff'),
    caller('member whom a Discord role makes staff', await withStaffRole(), 'staff'),
    caller('admin', await withRole('admin'), 'admin'),
    caller('owner', scene.admin, 'owner'),
    caller('site admin', await app.user({ site_admin: true }), 'site_admin'),
  ];
  impostors = await impostorsOf(app, scene.admin);
  const session = await service(SessionsService).start(scene.admin.id, null);
  cookie = `verselink=${session}`;
});
afterAll(async () => {
  await connection.close();
  await app.close();
});

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly permission: Permission;
  /** Of its body: the type, and an example. */
  readonly type: string;
  readonly example: unknown;
}

function operations(): Operation[] {
  return Object.entries(api.document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([name, { requestBody }]) => {
      const method = name.toUpperCase();
      const permission = permissionOf(method, path.slice(BASE.length));
      const [[type, media] = ['application/json', undefined]] = Object.entries(requestBody?.content ?? {});
      return { method, path, permission, type, example: media?.example };
    }),
  );
}

/** Things of the private organization, new for each operation. */
async function things(): Promise<Readonly<Record<string, string>>> {
  const event = await scene.event({ visibility: 'private', co_organizer_ids: [organizer.id] });
  const guildId = nextDiscordId();
  // Those of the operations before would each be asked of Discord again, which takes its turn.
  await connection.collection('discord_guilds').deleteMany({ org_id: scene.orgId });
  const member = await app.user();
  await scene.admin.put(`/organizations/${scene.orgId}/members/${member.id}`, { role: 'member' });
  const invite = await scene.admin.post<{ id: string; code: string }>(
    `/organizations/${scene.orgId}/invites`,
  );
  const now = new Date();
  const guild = {
    _id: uuidv7(),
    guild_id: guildId,
    org_id: scene.orgId,
    removed_at: null,
    revision: 1,
    created_at: now,
  };
  await connection.collection<{ _id: string }>('discord_guilds').insertOne(guild);
  const mapping = { _id: uuidv7(), guild_id: guildId, registered_at: now, verselink_role_type: 'plan' };
  await connection.collection<{ _id: string }>('discord_role_mappings').insertOne(mapping);
  const menu = { _id: uuidv7(), guild_id: guildId, registered_at: now, discord_role_ids: [] };
  await connection.collection<{ _id: string }>('discord_role_menus').insertOne(menu);
  const request = {
    _id: uuidv7(),
    org_id: scene.orgId,
    user_id: uuidv7(),
    state: 'pending',
    created_at: now,
  };
  await connection.collection<{ _id: string }>('join_requests').insertOne(request);
  return {
    organizations: scene.orgId,
    events: event.id,
    event_id: event.id,
    guild_id: guildId,
    'role-mappings': mapping._id,
    'role-menus': menu._id,
    user_id: member.id,
    invite_id: invite.body.id,
    code: invite.body.code,
    request_id: request._id,
  };
}

/** Erases or removes who calls, so that the callers after them would not be who they are. */
const OF_ONESELF = ['DELETE /api/v1/users/me'];
/** Belongs to one caller: what comes of it is looked at in test/medium/joining.test.ts. */
const CHANGES_RANKS = ['POST /api/v1/organizations/{id}/transfer', 'POST /api/v1/invites/{code}/accept'];

/** What need not be written down: it changes nothing, or is an answer of a member's own, which the event's effects write down. */
const NOT_WRITTEN_DOWN = [
  'DELETE /api/v1/events/{id}/signups/me',
  'PATCH /api/v1/events/{id}/signups/me',
  'POST /api/v1/events/{id}/signups',
  'POST /api/v1/events/{id}/checkin',
  'POST /api/v1/events/preview',
  'POST /api/v1/series/preview',
  'POST /api/v1/events/{id}/preview',
];

it('every operation lets in whom the table names, and no one else', { timeout: 300_000 }, async () => {
  const wrong: unknown[] = [];
  /** The ids of requests that went well, by operation. */
  const changed = new Map<string, string[]>();
  for (const described of operations()) {
    const { method, path, permission, type, example } = described;
    const ids = await things();
    const target = addressOf(path, ids) + queryOf(path, ids);
    const body = bodyOf(example, ids);
    const init = body === null ? {} : { body, headers: { 'content-type': type } };
    const operation = `${method} ${path}`;
    const isOpen = PERMISSIONS[permission].least === 'anyone';
    if (permission === 'public.read') continue;
    for (const [name, client] of impostors) {
      const { status } = await client.raw(method, target, init);
      if (status !== 401) wrong.push({ operation, name, status });
    }
    if (method !== 'GET') {
      const elsewhere = { cookie, origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
      const { status, body: answer } = await app.anyone.raw(method, target, {
        ...init,
        headers: { ...(body !== null && { 'content-type': type }), ...elsewhere },
      });
      const { code } = answer as { code?: string };
      if (status !== 403 || code !== 'cross_site_request') {
        wrong.push({ operation, name: "the owner's session from another origin", status, answer });
      }
    }
    wrong.push(...(await differencesFromNothing(described, ids)));
    let isGone = false;
    for (const { name, client, standing } of callers) {
      const allowed = may(standing, permission);
      const changes = [...OF_ONESELF, ...CHANGES_RANKS].includes(operation);
      if (allowed && changes) continue;
      const { status, body: answer, headers } = await client.raw(method, target, init);
      if (method !== 'GET' && status < 300)
        changed.set(operation, [...(changed.get(operation) ?? []), headers.get('x-request-id') ?? '']);
      const refusal = standing.rank === 'anyone' && !isOpen && !path.endsWith('/ics') ? [401] : [403, 404];
      const isRefused = [401, 403].includes(status) || (status === 404 && isHidden(answer));
      if (allowed ? isRefused && !isGone && !target.includes(NOTHING) : !refusal.includes(status)) {
        wrong.push({ operation, name, status, allowed, answer });
      }
      if (allowed && method === 'DELETE') isGone = true;
    }
  }
  expect(wrong).toEqual([]);
  const writtenDown = new Set(await connection.collection('audit').distinct('request_id'));
  const forgotten = [...changed].filter(
    ([operation, ids]) => !NOT_WRITTEN_DOWN.includes(operation) && !ids.some((id) => writtenDown.has(id)),
  );
  expect(forgotten.map(([operation]) => operation)).toEqual([]);
});

/** What a stranger could tell of a hidden thing by asking for it, and for one that is not there. */
async function differencesFromNothing(
  { method, path, permission, type, example }: Operation,
  hidden: Readonly<Record<string, string>>,
): Promise<unknown[]> {
  const stranger = callers.find(({ name }) => name === 'stranger');
  if (stranger === undefined || may(stranger.standing, permission)) return [];
  const absent = Object.fromEntries(
    Object.keys(hidden).map((name) => [name, name === 'guild_id' ? nextDiscordId() : uuidv7()]),
  );
  const ask = async (ids: Readonly<Record<string, string>>) => {
    const body = bodyOf(example, ids);
    const init = body === null ? {} : { body, headers: { 'content-type': type } };
    const target = addressOf(path, ids) + queryOf(path, ids);
    const answer = await stranger.client.raw(method, target, init);
    const headers = [...answer.headers.keys()].filter((name) => !name.startsWith('x-')).sort();
    return JSON.stringify([answer.status, answer.body, headers]);
  };
  const [ofHidden, ofNothing] = [await ask(hidden), await ask(absent)];
  return ofHidden === ofNothing ? [] : [{ operation: `${method} ${path}`, ofHidden, ofNothing }];
}

/** Whether a 404 is about what everybody here can see who may. */
function isHidden(answer: unknown): boolean {
  const { code } = answer as { code?: string };
  return code === 'organization_not_found' || code === 'event_not_found' || code === 'guild_not_found';
}

it('as many looks at the database refuse a stranger what is hidden as what is not there', async () => {
  const event = await scene.event({ visibility: 'private' });
  const stranger = await app.user();
  const models = app.verselink.app.get<Connection>(getConnectionToken(), { strict: false });
  const looks = async (path: string) => {
    let count = 0;
    models.set('debug', () => (count += 1));
    expect((await stranger.get(path)).status).toBe(404);
    models.set('debug', false);
    return count;
  };
  const paths = [
    ...['', '/signups', '/ics', '/timeline'].map((rest) => ['events', event.id, rest] as const),
    ['organizations', scene.orgId, ''] as const,
  ];
  for (const [noun, id, rest] of paths) {
    // What is remembered of the stranger is known after the first.
    await stranger.get(`/${noun}/${id}${rest}`);
    const hidden = await looks(`/${noun}/${id}${rest}`);
    expect(await looks(`/${noun}/${NOTHING}${rest}`), `${noun}${rest}`).toBe(hidden);
  }
});

describe('docs/permissions.md', () => {
  const columns: readonly (readonly [string, Standing])[] = [
    ...RANKS.map((rank) => [rank.replace('_', ' '), { rank, ties: [] }] as const),
    ['organizer', { rank: 'member', ties: ['organizer'] }],
    ['invited', { rank: 'user', ties: ['invited'] }],
    ['own', { rank: 'user', ties: ['self'] }],
  ];

  it('is what the code says: npm run docs:permissions writes it', async () => {
    await expect(page()).toMatchFileSnapshot('../../docs/permissions.md');
  });

  function page(): string {
    const permissions = Object.keys(PERMISSIONS) as Permission[];
    const rows = permissions.map((permission) => {
      const cells = columns.map(([, standing]) => (may(standing, permission) ? '✓' : ''));
      return `| ${[PERMISSIONS[permission].what, ...cells].join(' | ')} |`;
    });
    const lists = permissions.flatMap((permission) => {
      const needed = operations().filter((operation) => operation.permission === permission);
      if (needed.length === 0) return [];
      return [
        '',
        `**${PERMISSIONS[permission].what}** (\`${permission}\`)`,
        '',
        ...needed.map(({ method, path }) => `- \`${method} ${path}\``),
      ];
    });
    return [
      '# Who may do what',
      '',
      '<!-- prettier-ignore-start -->',
      '<!-- Written by `npm run docs:permissions` from src/features/access/rules/permissions.ts. -->',
      '',
      'A higher rank may do what a lower one may. _organizer_: a member who made the event, or whom it names; _invited_: holds a',
      "Discord role that the event names; _own_: somebody's own signup. What somebody may not see is answered as what is not there.",
      '',
      `| may … | ${columns.map(([name]) => name).join(' | ')} |`,
      `| --- |${columns.map(() => ' :-: |').join('')}`,
      ...rows,
      '',
      'A member who holds a Discord role that is mapped to `org_staff` is _staff_ for as long, on every door.',
      '',
      '## Operations',
      '',
      'On what belongs to a private organization. On Discord, buttons, menus and commands go the same ways: a click on a signup',
      'message signs up, `/organization requests` and its buttons decide join requests.',
      ...lists,
      '',
      '<!-- prettier-ignore-end -->',
      '',
    ].join('\n');
  }
});
