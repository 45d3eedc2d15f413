import { createConnection, type Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EventNoticesService } from '../../src/features/event-notices/event-notices.service.js';
import { SignupErasure } from '../../src/features/events/signup-erasure.js';
import { EventPublisher } from '../../src/features/webhooks/event-publisher.js';
import { DiscordJobsRepository } from '../../src/queue/discord-jobs.repository.js';
import { startApp, type TestApp } from '../support/app.js';
import { aScene, type EventBody } from '../support/scene.js';

const DAY_MS = 86_400_000;

let app: TestApp;
let database: Connection;
const part = <T>(type: abstract new (...args: never[]) => T): T =>
  app.verselink.app.get<T>(type, { strict: false });

beforeAll(async () => {
  app = await startApp({
    env: {
      ...{ JOB_RETENTION_DAYS: '3', WEBHOOK_DELIVERY_RETENTION_DAYS: '5' },
      ...{ NOTICE_RETENTION_DAYS: '7', ROSTER_RETENTION_DAYS: '100' },
    },
  });
  database = await createConnection(app.databases.mongodbUri).asPromise();
});
afterAll(async () => {
  await database.close();
  await app.close();
});

/** How many days after now, or after another time, something happens. */
const daysUntil = (date: unknown, from = Date.now()) => Math.round((Number(date) - from) / DAY_MS);

it('keeps deliveries for WEBHOOK_DELIVERY_RETENTION_DAYS', async () => {
  const admin = await app.user({ site_admin: true });
  const wanted = { url: 'https://hooks.example.invalid/', events: ['member_joined'] };
  expect((await admin.post('/webhooks', wanted)).status).toBe(201);
  const event = { event_id: 'retention', type: 'member_joined', occurred_at: new Date(), data: {} } as const;
  await part(EventPublisher).publish(event);
  const row = await database.collection('webhook_deliveries').findOne({ event_id: 'retention' });
  expect(daysUntil(row?.['expires_at'])).toBe(5);
});

it('keeps what members were told for NOTICE_RETENTION_DAYS', async () => {
  const scene = await aScene(app);
  const nova = await app.user({ handle: 'Nova' });
  await nova.patch('/users/me', { dm_opt_in: true });
  const { id } = await scene.event();
  expect((await nova.post(`/events/${id}/signups`)).status).toBe(201);
  expect((await scene.admin.post(`/events/${id}/announcements`, { message: 'Bring water.' })).status).toBe(
    201,
  );
  await part(EventNoticesService).sweep();
  for (const name of ['event_notices', 'event_notice_deliveries']) {
    const rows = database.collection(name);
    expect(daysUntil((await rows.findOne({ event_id: id }))?.['expires_at'])).toBe(7);
    const [index] = (await rows.indexes()).filter(({ key }) => 'expires_at' in key);
    expect(index).toMatchObject({ expireAfterSeconds: 0 });
  }
});

describe('a job', () => {
  const aJob = async (index: string) => {
    const jobs = part(DiscordJobsRepository);
    const [row] = await jobs.create([
      {
        job_type: 'notify_user',
        guild_id: null,
        event_id: null,
        payload: { plan_change_id: index },
        dedupe_key: `retention:${index}`,
        max_retries: 1,
        scheduled_at: new Date(),
      },
    ]);
    const run = await jobs.start(row?.id ?? '');
    if (run === null) throw new Error('the job did not start');
    return { jobs, run };
  };
  const expiryOf = async (id: string): Promise<unknown> =>
    (await database.collection<{ _id: string; expires_at: unknown }>('discord_jobs').findOne({ _id: id }))
      ?.expires_at;

  it('is kept for JOB_RETENTION_DAYS when it went well, and stays when it failed', async () => {
    const [good, bad] = [await aJob('good'), await aJob('bad')];
    await good.jobs.complete(good.run, {});
    await bad.jobs.fail(bad.run, 'It went wrong');
    expect(daysUntil(await expiryOf(good.run.id))).toBe(3);
    expect(await expiryOf(bad.run.id)).toBeNull();
  });
});

it('lets a roster say no more who was there, ROSTER_RETENTION_DAYS after the start, and keeps what was counted', async () => {
  const scene = await aScene(app);
  const [nova, vega] = [await app.user({ handle: 'Nova' }), await app.user({ handle: 'Vega' })];
  const [old, recent] = [await scene.event({ max_participants: 1 }), await scene.event()];
  for (const { id } of [old, recent]) {
    for (const user of [nova, vega]) {
      expect((await user.post(`/events/${id}/signups`, { notes: 'I am Nova' })).status).toBe(201);
    }
    await scene.admin.post(`/events/${id}/start`);
    expect((await scene.admin.post(`/events/${id}/complete`)).status).toBe(200);
  }
  const before = (await scene.admin.get<EventBody>(`/events/${old.id}`)).body;
  const events = database.collection<{ _id: string }>('events');
  await events.updateOne({ _id: old.id }, { $set: { start_at_utc: new Date(Date.now() - 101 * DAY_MS) } });
  await events.updateOne({ _id: recent.id }, { $set: { start_at_utc: new Date(Date.now() - 99 * DAY_MS) } });

  await part(SignupErasure).forgetOldRosters();
  await part(SignupErasure).forgetOldRosters();

  const stored = JSON.stringify(await events.findOne({ _id: old.id }));
  for (const trace of [nova.id, vega.id, 'I am Nova']) expect(stored).not.toContain(trace);
  const { confirmed_count, waitlist_count } = (await scene.admin.get<EventBody>(`/events/${old.id}`)).body;
  expect({ confirmed_count, waitlist_count }).toEqual({
    confirmed_count: before.confirmed_count,
    waitlist_count: before.waitlist_count,
  });
  expect(confirmed_count).toBe(1);
  expect((await scene.admin.get(`/events/${old.id}/signups`)).status).toBe(200);
  expect(JSON.stringify(await events.findOne({ _id: recent.id }))).toContain(nova.id);
});
