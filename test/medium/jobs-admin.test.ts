import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FiguresHistory, type FiguresOfTime } from '../../src/features/health/figures-history.js';
import { JOB_MODEL, type JobDocument } from '../../src/queue/discord-jobs.schema.js';
import { JobQueue } from '../../src/queue/job-queue.js';
import { JobRunner } from '../../src/queue/job-runner.js';
import { PermanentFailure, RetryLater } from '../../src/queue/rules/outcome.js';
import { nextDiscordId, startApp, type TestApp, type TestUser } from '../support/app.js';
import { Client } from '../support/client.js';

// What site admins do with jobs. There is no worker: each job is run by the test.

let app: TestApp;
let admin: TestUser;
let jobs: JobQueue;
let rows: Model<JobDocument>;

beforeAll(async () => {
  app = await startApp({ run: 'api', env: { JOB_POLICIES: '{"update_discord_event":{"max_retries":3}}' } });
  admin = await app.user({ site_admin: true });
  jobs = app.verselink.app.get(JobQueue, { strict: false });
  rows = app.verselink.app.get<Model<JobDocument>>(getModelToken(JOB_MODEL), { strict: false });
});
afterAll(() => app.close());

async function enqueue(
  type: 'update_discord_event' | 'delete_discord_event',
  guildId: string,
  event = uuidv7(),
) {
  const row = await jobs.enqueue({ type, payload: { event_id: event, guild_id: guildId } });
  if (row === null) throw new Error('no row');
  return row;
}

const run = (id: string, handle: () => Promise<Record<string, unknown>>) =>
  app.verselink.app.get(JobRunner, { strict: false }).execute(id, { handle });
const fail = (id: string) => run(id, () => Promise.reject(new PermanentFailure('50013 at /channels')));
const statusOf = async (id: string) => (await rows.findById(id).lean())?.status;

describe('a finished job', () => {
  it('expires when it went well, and stays when it failed', async () => {
    const [good, bad] = [
      await enqueue('update_discord_event', nextDiscordId()),
      await enqueue('update_discord_event', nextDiscordId()),
    ];
    await run(good.id, () => Promise.resolve({}));
    await fail(bad.id);
    expect((await rows.findById(good.id).lean())?.expires_at).toBeInstanceOf(Date);
    expect(await rows.findById(bad.id).lean()).toMatchObject({ status: 'failed', expires_at: null });
  });
});

describe('a pending job', () => {
  it('is cancelled when one of another kind supersedes it, and never runs', async () => {
    const [guildId, event] = [nextDiscordId(), uuidv7()];
    const older = await enqueue('update_discord_event', guildId, event);
    const newer = await enqueue('delete_discord_event', guildId, event);
    expect(await rows.findById(older.id).lean()).toMatchObject({
      status: 'cancelled',
      error_message: 'Superseded by a newer job.',
    });
    expect(await run(older.id, () => Promise.reject(new Error('it ran')))).toBeNull();
    expect(await statusOf(newer.id)).toBe('pending');
  });

  it('stays when one of the same kind comes, which it makes needless', async () => {
    const payload = { event_id: uuidv7(), guild_id: nextDiscordId() };
    const older = await enqueue('update_discord_event', payload.guild_id, payload.event_id);
    expect(await jobs.enqueue({ type: 'update_discord_event', payload })).toBeNull();
    expect(await statusOf(older.id)).toBe('pending');
  });
});

describe('GET /discord/jobs/failures', () => {
  it('groups what failed by kind, server and reason; a reason can be listed and tried again alone', async () => {
    const guild = nextDiscordId();
    const wanted = '50013: Send Messages is missing in #ops';
    const failing = [
      await enqueue('update_discord_event', guild),
      await enqueue('update_discord_event', guild),
    ];
    for (const { id } of failing) await run(id, () => Promise.reject(new PermanentFailure(wanted)));
    const other = await enqueue('update_discord_event', guild);
    await fail(other.id);
    const answer = await admin.get<Record<string, unknown>[]>('/discord/jobs/failures');
    const here = answer.body.filter(({ guild_id }) => guild_id === guild);
    expect(here).toMatchObject([
      { count: 1, last_job_id: other.id, guild_name: null, job_type: 'update_discord_event' },
      { count: 2, last_job_id: failing[1]?.id, error_message: wanted },
    ]);
    const query = `status=failed&guild_id=${guild}&error_message=${encodeURIComponent(wanted)}`;
    expect((await admin.get(`/discord/jobs?${query}`)).body).toHaveLength(2);
    expect((await admin.post(`/discord/jobs/retry?${query}`)).body).toMatchObject({ jobs_retried: 2 });
    expect(await statusOf(other.id)).toBe('failed');
    expect(await statusOf(failing[0]?.id ?? '')).toBe('pending');
  });
});

describe('GET /discord/jobs/failures, of what names ids', () => {
  it('groups what failed alike, tells where, and lists and tries again by the cause', async () => {
    const [guild, channel] = [nextDiscordId(), nextDiscordId()];
    const failing = [
      await enqueue('update_discord_event', guild),
      await enqueue('update_discord_event', guild),
    ];
    for (const { id } of failing) {
      const path = `/api/v10/channels/${channel}/messages/${nextDiscordId()}`;
      const refusal = `Discord refused PATCH ${path} (403, code 50013): Missing Permissions`;
      await run(id, () => Promise.reject(new PermanentFailure(refusal)));
    }
    const { body } = await admin.get<Record<string, unknown>[]>('/discord/jobs/failures');
    const here = body.filter(({ guild_id }) => guild_id === guild);
    expect(here).toMatchObject([
      { count: 2, discord_code: 50013, channel_id: channel, missing_permissions: null, webhook_id: null },
    ]);
    const cause = encodeURIComponent(String(here[0]?.['cause']));
    expect((await admin.get(`/discord/jobs?status=failed&cause=${cause}`)).body).toHaveLength(2);
    expect((await admin.post(`/discord/jobs/retry?status=failed&cause=${cause}`)).body).toMatchObject({
      jobs_retried: 2,
      jobs_left: 0,
    });
  });

  it('lists those that failed and will be tried again', async () => {
    const { id } = await enqueue('update_discord_event', nextDiscordId());
    await run(id, () => Promise.reject(new RetryLater('not now', 60_000, true)));
    const { body } = await admin.get('/discord/jobs?retrying=true');
    expect(body).toMatchObject([{ id, status: 'pending', retry_count: 1, error_message: 'not now' }]);
  });
});

describe('GET /discord/stats/history and /state', () => {
  it('tell how the last minutes went, and how the parts are', async () => {
    const history = app.verselink.app.get(FiguresHistory, { strict: false });
    await admin.get('/users/me');
    await history.note();
    const { body } = await admin.get<FiguresOfTime>('/discord/stats/history?minutes=60');
    expect(body.step_minutes).toBe(1);
    const measured = { jobs_waiting: expect.any(Number) as number, mirror_lag_seconds: 0 };
    expect(body.items.at(-1)).toMatchObject(measured);
    expect(body.items.reduce((sum, { requests }) => sum + requests, 0)).toBeGreaterThan(0);
    expect(body.items.find(({ requests }) => requests > 0)?.request_p99_ms).toBeGreaterThan(0);
    const whole = await admin.get<FiguresOfTime>('/discord/stats/history?minutes=1440');
    expect(whole.body).toMatchObject({ step_minutes: 5, items: [{ clicks: 0 }] });

    const state = await admin.get('/discord/stats/state');
    expect(state.body).toMatchObject({
      database: true,
      redis: true,
      queues: [{ name: 'verselink' }, { name: 'verselink-webhooks' }],
      discord_backlog_ms: 0,
    });
  });
});

describe('POST /discord/jobs/retry', () => {
  it('tries a whole class again and nothing else', async () => {
    const [here, there] = [nextDiscordId(), nextDiscordId()];
    const mine = [await enqueue('update_discord_event', here), await enqueue('update_discord_event', here)];
    const deletion = await enqueue('delete_discord_event', here);
    const others = await enqueue('update_discord_event', there);
    for (const { id } of [...mine, deletion, others]) await fail(id);
    const answer = await admin.post(
      `/discord/jobs/retry?status=failed&type=update_discord_event&guild_id=${here}`,
    );
    expect(answer).toMatchObject({ status: 200, body: { jobs_retried: 2, jobs_left: 0 } });
    const statuses = await Promise.all([...mine, deletion, others].map(({ id }) => statusOf(id)));
    expect(statuses).toEqual(['pending', 'pending', 'failed', 'failed']);
    const byEvent = await admin.post(`/discord/jobs/retry?status=failed&event_id=${others.event_id ?? ''}`);
    expect(byEvent.body).toEqual({ jobs_retried: 1, jobs_left: 0 });
  });

  it('leaves a job alone whose work another one waits to do', async () => {
    const [guildId, event] = [nextDiscordId(), uuidv7()];
    const failed = await enqueue('update_discord_event', guildId, event);
    await fail(failed.id);
    await enqueue('update_discord_event', guildId, event);
    const answer = await admin.post(`/discord/jobs/retry?status=failed&guild_id=${guildId}`);
    expect(answer.body).toEqual({ jobs_retried: 0, jobs_left: 1 });
  });

  it('refuses a class that cannot be tried again, and everybody but site admins', async () => {
    for (const query of ['', '?status=completed', '?status=failed&type=coffee', '?status=failed&limit=5'])
      expect((await admin.post(`/discord/jobs/retry${query}`)).status).toBe(422);
    expect((await (await app.user()).post('/discord/jobs/retry?status=failed')).status).toBe(403);
    expect((await app.anyone.post('/discord/jobs/retry?status=failed')).status).toBe(401);
  });
});

it('takes every type of the contract as a filter', async () => {
  const types =
    'create_discord_event update_discord_event delete_discord_event create_channels archive_channels manage_roles sync_attendees reminder announcement webhook_delivery notify_user';
  for (const type of types.split(' '))
    expect((await admin.get(`/discord/jobs?type=${type}`)).status).toBe(200);
});

it('tries a kind of job as often as JOB_POLICIES says', async () => {
  expect((await enqueue('update_discord_event', nextDiscordId())).max_retries).toBe(3);
  expect((await enqueue('delete_discord_event', nextDiscordId())).max_retries).toBe(8);
});

describe("BullMQ's board", () => {
  const board = (path = '', token = admin.token) =>
    fetch(
      `${app.url}/admin/queues${path}`,
      token === '' ? {} : { headers: { authorization: `Bearer ${token}` } },
    );

  it('shows the queues to site admins', async () => {
    await enqueue('update_discord_event', nextDiscordId());
    const page = await board();
    expect([page.status, page.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('text/html'),
    ]);
    const html = await page.text();
    const script = /src="(static\/js\/main[^"]+)"/.exec(html)?.[1] ?? '';
    expect((await board(`/${script}`)).status).toBe(200);
    const { queues } = (await (await board('/api/queues')).json()) as {
      queues: { name: string; readOnlyMode: boolean; counts: Record<string, number> }[];
    };
    expect(queues.map(({ name }) => name).sort()).toEqual(['verselink', 'verselink-webhooks']);
    expect(queues.every(({ readOnlyMode }) => readOnlyMode)).toBe(true);
    expect(queues.find(({ name }) => name === 'verselink')?.counts['waiting']).toBeGreaterThan(0);
  });

  it('is closed to everybody else, its scripts and its API too', async () => {
    const { token } = await app.user();
    for (const path of ['', '/', '/queue/verselink', '/api/queues', '/static/favicon-32x32.png']) {
      const stranger = await board(path, '');
      expect([stranger.status, await stranger.json()]).toMatchObject([401, { code: 'unauthenticated' }]);
      const user = await board(path, token);
      expect([user.status, await user.json()]).toMatchObject([403, { code: 'site_admin_required' }]);
    }
    expect((await new Client(app.internalUrl, admin.token).raw('GET', '/admin/queues')).status).not.toBe(200);
  });

  it('changes nothing', async () => {
    const answer = await fetch(`${app.url}/admin/queues/api/queues/verselink/pause`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${admin.token}` },
    });
    expect(answer.status).toBe(405);
  });
});
