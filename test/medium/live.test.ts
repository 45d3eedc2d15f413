import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { LiveService } from '../../src/features/live/live.service.js';
import { SessionsService } from '../../src/features/sessions/sessions.service.js';
import { LiveNews } from '../../src/infra/live-news.js';
import { startApp, type TestApp, type TestUser } from '../support/app.js';
import { NOTHING } from '../support/calls.js';
import { type Listening, listenTo } from '../support/event-stream.js';
import { aScene, type Scene } from '../support/scene.js';

/** The pages are open in one process, and everything happens in another one. */
let app: TestApp;
let other: TestApp;
let scene: Scene;
const open: Listening[] = [];

beforeAll(async () => {
  other = await startApp({ run: 'api,worker' });
  app = await startApp({ databases: other.databases });
  scene = await aScene(other);
});
afterEach(() => {
  for (const page of open.splice(0)) page.close();
});
afterAll(async () => {
  await app.stop();
  await other.close();
});

const live = () => app.verselink.app.get(LiveService, { strict: false });

async function listen(user: TestUser, topics: string): Promise<Listening> {
  const page = await listenTo(app.url, topics, { authorization: `Bearer ${user.token}` });
  open.push(page);
  return page;
}

const versionsOf = ({ messages }: Listening, topic: string) =>
  messages.flatMap(({ data }) => (data.topic === topic ? [data.version ?? 0] : []));

it('says that an event has another version when somebody signs up, and nothing more', async () => {
  const event = await scene.event();
  const topic = `event:${event.id}`;
  const page = await listen(scene.admin, topic);
  expect(page.status).toBe(200);
  expect(Object.fromEntries(page.headers)).toMatchObject({
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    'x-request-id': expect.any(String) as string,
  });
  await expect.poll(() => versionsOf(page, topic).length).toBeGreaterThan(0);
  const [before = 0] = versionsOf(page, topic);
  expect((await scene.admin.post(`/events/${event.id}/signups`, {})).status).toBe(201);
  await expect.poll(() => versionsOf(page, topic).at(-1)).toBeGreaterThan(before);
  for (const { data } of page.messages) expect(Object.keys(data)).toEqual(['topic', 'version']);
});

it("tells members of their organizations' events, and of a draft that is deleted", async () => {
  const page = await listen(scene.admin, 'events');
  const topic = `organization:${scene.orgId}`;
  await expect.poll(() => versionsOf(page, topic).length).toBeGreaterThan(0);
  const draft = await scene.event({ state: 'draft' });
  await expect.poll(() => versionsOf(page, topic).length).toBeGreaterThan(1);
  const heard = versionsOf(page, topic).length;
  expect((await scene.admin.delete(`/events/${draft.id}`)).status).toBe(204);
  await expect.poll(() => versionsOf(page, topic).length).toBeGreaterThan(heard);
});

it('refuses what one may not read, as reading it does', async () => {
  const stranger = await app.user();
  const event = await scene.event({ visibility: 'private' });
  const statusOf = async (user: TestUser, topics: string) => (await listen(user, topics)).status;
  for (const topic of [
    `event:${event.id}`,
    `mirrors:${event.id}`,
    `event:${NOTHING}`,
    'guild:123456789012345678',
  ])
    expect([topic, await statusOf(stranger, topic)]).toEqual([topic, 404]);
  for (const topic of ['jobs', `organization:${scene.orgId}`, `events,jobs`])
    expect([topic, await statusOf(stranger, topic)]).toEqual([topic, 403]);
  for (const topic of ['', 'everything', 'event:1', Array.from({ length: 21 }, () => 'events').join(',')])
    expect([topic, await statusOf(stranger, topic)]).toEqual([topic, 422]);
  expect(await statusOf(await app.user({ site_admin: true }), `jobs,event:${event.id}`)).toBe(200);
  // What was refused, and what was asked for its head alone, holds nothing.
  for (let n = 0; n < 12; n++) {
    const { status } = await stranger.raw('HEAD', '/live?topics=events');
    expect(status).toBe(200);
  }
  await expect.poll(() => statusOf(stranger, 'events')).toBe(200);
});

it('lets one account have ten connections', async () => {
  const user = await app.user();
  for (let n = 0; n < 10; n++) expect((await listen(user, 'events')).status).toBe(200);
  expect((await listen(user, 'events')).status).toBe(409);
});

it('tells a rush once at its beginning and once at its end', async () => {
  const event = await scene.event();
  const topic = `event:${event.id}` as const;
  const page = await listen(scene.admin, topic);
  await expect.poll(() => versionsOf(page, topic).length).toBeGreaterThan(0);
  const news = other.verselink.app.get(LiveNews, { strict: false });
  for (let version = 1_001; version <= 1_100; version++) news.tell(topic, version);
  await expect.poll(() => versionsOf(page, topic).at(-1)).toBe(1_100);
  expect(versionsOf(page, topic).length).toBeLessThan(10);
});

it('tells no more of what somebody may no longer read, and ends with their session', async () => {
  const member = await app.user();
  await scene.admin.put(`/organizations/${scene.orgId}/members/${member.id}`, { role: 'member' });
  const hidden = await scene.event({ visibility: 'private' });
  const shown = await scene.event();
  const sessions = app.verselink.app.get(SessionsService, { strict: false });
  const secret = await sessions.start(member.id, null);
  const page = await listenTo(app.url, `event:${hidden.id},event:${shown.id}`, {
    cookie: `verselink=${secret}`,
  });
  open.push(page);
  expect(page.status).toBe(200);
  await live().review();
  expect(page.messages.filter(({ event }) => event === 'gone')).toEqual([]);
  await scene.admin.delete(`/organizations/${scene.orgId}/members/${member.id}`);
  await live().review();
  const gone = { event: 'gone', data: { topic: `event:${hidden.id}` } };
  await expect.poll(() => page.messages).toContainEqual(gone);
  expect(page.hasEnded()).toBe(false);
  // In another process, and without waiting for the next review.
  await other.verselink.app.get(SessionsService, { strict: false }).endBySecret(secret);
  await expect.poll(() => page.hasEnded()).toBe(true);
});

it('asks to read everything again when Redis was away', async () => {
  const page = await listen(scene.admin, 'events');
  const redis = new Redis(app.databases.redisUrl);
  const clients = String(await redis.call('CLIENT', 'LIST', 'TYPE', 'pubsub')).split('\n');
  const database = ` db=${new URL(app.databases.redisUrl).pathname.slice(1)} `;
  const own = clients.filter((line) => line.includes(database));
  expect(own.length).toBeGreaterThan(0);
  await redis.call('CLIENT', 'KILL', 'ID', /id=(\d+)/.exec(own[0] ?? '')?.[1] ?? '');
  await expect.poll(() => page.messages).toContainEqual({ event: 'refetch', data: {} });
  const heard = page.messages.length;
  await scene.event();
  await expect.poll(() => page.messages.length).toBeGreaterThan(heard);
  redis.disconnect();
});

it('outlives the deadline of requests, and ends when the process stops', async () => {
  const timers = vi.spyOn(globalThis, 'setTimeout');
  const page = await listen(scene.admin, 'events');
  const deadlines = timers.mock.calls.filter(([, ms]) => ms === 10_000);
  timers.mockRestore();
  expect(deadlines.length).toBeGreaterThan(0);
  for (const [pass] of deadlines) pass();
  const heard = page.messages.length;
  await scene.event();
  await expect.poll(() => page.messages.length).toBeGreaterThan(heard);
  expect(page.hasEnded()).toBe(false);
  await app.stop();
  await expect.poll(() => page.hasEnded()).toBe(true);
});
