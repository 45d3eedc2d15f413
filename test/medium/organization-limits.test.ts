import { createConnection, type Connection } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORGANIZATION_LIMITS } from '../../src/features/organizations/rules/limits.js';
import { nextDiscordId, startApp, type TestApp } from '../support/app.js';
import { Client, type ProblemBody } from '../support/client.js';
import { aScene, type Scene } from '../support/scene.js';

interface Invite {
  readonly code: string;
  readonly uses: number;
}
interface Row {
  readonly id: string;
}
interface List<T> {
  readonly items: readonly T[];
}

let app: TestApp;
let connection: Connection;
let scene: Scene;

beforeAll(async () => {
  app = await startApp({ run: 'api' });
  connection = await createConnection(app.databases.mongodbUri).asPromise();
});
afterAll(async () => {
  await connection.close();
  await app.close();
});

const path = () => `/organizations/${scene.orgId}`;
const codeOf = ({ status, body }: { status: number; body: ProblemBody }) => [status, body.code];

describe('limits of an organization', () => {
  beforeAll(async () => (scene = await aScene(app)));

  it('of members hold on every way in', async () => {
    const invite = (await scene.admin.post<Invite>(`${path()}/invites`)).body;
    const asking = await app.user();
    const request = (await asking.post<Row>(`${path()}/join-requests`)).body;
    const crowd = Array.from({ length: ORGANIZATION_LIMITS.members.max - 1 }, () => ({
      _id: uuidv7(),
      org_id: scene.orgId,
      user_id: uuidv7(),
      role: 'member',
      joined_at: new Date(),
    }));
    await connection.collection<{ _id: string }>('org_members').insertMany(crowd);
    const user = await app.user();
    const refused = [409, 'limit_reached'];
    expect(codeOf(await user.post<ProblemBody>(`/invites/${invite.code}/accept`))).toEqual(refused);
    const put = scene.admin.put<ProblemBody>(`${path()}/members/${user.id}`, { role: 'member' });
    expect(codeOf(await put)).toEqual(refused);
    const decided = await scene.admin.post<ProblemBody>(`${path()}/join-requests/${request.id}/accept`);
    expect(codeOf(decided)).toEqual(refused);
    // The request waits on, and the invite was not used up.
    const waiting = await scene.admin.get<List<Row>>(`${path()}/join-requests`);
    expect(waiting.body.items).toMatchObject([{ id: request.id }]);
    const { items } = (await scene.admin.get<List<Invite>>(`${path()}/invites`)).body;
    expect(items).toMatchObject([{ uses: 0 }]);
  });

  const fill = async (collection: string, count: number, row: (index: number) => object) => {
    const rows = Array.from({ length: count }, (_, index) => ({
      _id: uuidv7(),
      org_id: scene.orgId,
      ...row(index),
    }));
    await connection.collection<{ _id: string }>(collection).insertMany(rows);
  };

  it('of templates, calendar feeds, and of role menus of a server hold', async () => {
    const guild = { guild_id: nextDiscordId() };
    await fill('discord_guilds', 1, () => ({ ...guild, removed_at: null, revision: 1 }));
    await fill('event_templates', ORGANIZATION_LIMITS.templates.max, () => ({ name_skeleton: uuidv7() }));
    await fill('calendar_feeds', ORGANIZATION_LIMITS.feeds.max, () => ({ key_digest: uuidv7() }));
    await fill('discord_role_menus', ORGANIZATION_LIMITS.role_menus.max, () => guild);
    const { id } = await scene.event();
    const menu = { ...guild, channel_id: nextDiscordId(), discord_role_ids: [nextDiscordId()] };
    const refused = [409, 'limit_reached'];
    const more = [
      await scene.admin.post<ProblemBody>(`${path()}/templates`, { event_id: id, name: 'One more' }),
      await scene.admin.post<ProblemBody>(`${path()}/feeds`, { name: 'One more' }),
      await scene.admin.post<ProblemBody>('/discord/role-menus', menu),
    ];
    expect(more.map(codeOf)).toEqual([refused, refused, refused]);
    await connection.collection('discord_guilds').deleteOne(guild);
    await connection.collection<{ _id: string }>('events').deleteOne({ _id: id });
  });

  it('of servers, invites and join requests hold', async () => {
    await fill('discord_guilds', ORGANIZATION_LIMITS.servers.max, () => ({
      guild_id: nextDiscordId(),
      removed_at: null,
      revision: 1,
    }));
    await fill('org_invites', ORGANIZATION_LIMITS.invites.max, () => ({
      code: uuidv7(),
      expires_at: new Date(Date.now() + 60_000),
    }));
    await fill('join_requests', ORGANIZATION_LIMITS.join_requests.max, () => ({
      user_id: uuidv7(),
      state: 'pending',
    }));
    const refused = [409, 'limit_reached'];
    const server = {
      guild_id: nextDiscordId(),
      guild_name: 'One more',
      owner_id: nextDiscordId(),
      org_id: scene.orgId,
    };
    expect(codeOf(await scene.admin.post<ProblemBody>('/discord/guilds', server))).toEqual(refused);
    expect(codeOf(await scene.admin.post<ProblemBody>(`${path()}/invites`))).toEqual(refused);
    expect(codeOf(await (await app.user()).post<ProblemBody>(`${path()}/join-requests`))).toEqual(refused);
  });

  it('of new events hold within a day', async () => {
    const events = Array.from({ length: ORGANIZATION_LIMITS.events_per_day.max }, () => ({
      _id: uuidv7(),
      org_id: scene.orgId,
      slug: uuidv7(),
      state: 'draft',
      start_at_utc: new Date(),
    }));
    await connection.collection<{ _id: string }>('events').insertMany(events);
    await expect(scene.event()).rejects.toThrow('limit_reached');
    const old = uuidv7({ msecs: Date.now() - 2 * 86_400_000 });
    const [first] = events;
    await connection.collection<{ _id: string }>('events').deleteOne({ _id: first?._id ?? '' });
    await connection.collection<{ _id: string }>('events').insertOne({ ...first, _id: old });
    await scene.event();
  });
});

it('the count of an invite holds through two processes at once', async () => {
  scene = await aScene(app);
  const invite = (await scene.admin.post<Invite>(`${path()}/invites`, { max_uses: 2 })).body;
  const second = await startApp({ databases: app.databases });
  const crowd = await Promise.all(Array.from({ length: 6 }, () => app.user()));
  const answers = await Promise.all(
    crowd.map(({ token }, index) => {
      const client = new Client(index % 2 === 0 ? app.url : second.url, token);
      return client.post<ProblemBody>(`/invites/${invite.code}/accept`);
    }),
  );
  await second.close();
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409, 409, 409]);
  const { items } = (await scene.admin.get<List<Row>>(`${path()}/members`)).body;
  expect(items).toHaveLength(3);
});
