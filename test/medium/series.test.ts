import ICAL from 'ical.js';
import { DateTime } from 'luxon';
import { createConnection, type Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SeriesClock } from '../../src/features/series/series-clock.js';
import { startApp, type TestApp, type TestUser } from '../support/app.js';
import type { ProblemBody } from '../support/client.js';
import { startDiscord, type TestDiscord } from '../support/discord.js';
import type { List } from '../support/events-api.js';
import { Fleet } from '../support/fleet.js';
import { aScene, type Scene } from '../support/scene.js';

let discord: TestDiscord;
let app: TestApp;
let connection: Connection;

beforeAll(async () => {
  discord = await startDiscord({ rateLimits: { enabled: false } });
  app = await startApp({ run: 'api,bot,worker', env: discord.env });
  connection = await createConnection(app.databases.mongodbUri).asPromise();
});
afterAll(async () => {
  await connection.close();
  await app.close();
  await discord.close();
});

interface SeriesBody {
  readonly id: string;
  readonly event: { readonly title: string; readonly duration_minutes: number };
  readonly skipped: readonly string[];
  readonly next_occurrences: readonly { readonly occurrence: string; readonly start_at_utc: string }[];
}

interface Occurrence {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly start_at_utc: string;
  readonly series_id: string | null;
  readonly occurrence_on: string | null;
}

const EVENT = {
  title: 'Weekly convoy',
  description: 'We meet at the station and fly out together.',
  type: 'trading',
  duration_minutes: 90,
  roles: [{ name: 'Pilot', capacity: 4, emoji: '🚀' }],
};
/** From tomorrow on, a little later than now, so that three days ahead there are just two. */
const soon = DateTime.utc().plus({ days: 1, minutes: 30 });
const dayAfter = (days: number): string => soon.plus({ days }).toISODate();
const DAILY = {
  rule: 'FREQ=DAILY',
  timezone: 'UTC',
  local_start: soon.toFormat("yyyy-MM-dd'T'HH:mm"),
  publish_days_before: 3,
  event: EVENT,
};

const make = async (scene: Scene, more: object = {}): Promise<SeriesBody> => {
  const made = await scene.admin.post<SeriesBody>('/series', { org_id: scene.orgId, ...DAILY, ...more });
  expect(made).toMatchObject({ status: 201 });
  return made.body;
};

/** The events of an organization's series, by start. */
async function occurrencesOf(scene: Scene): Promise<Occurrence[]> {
  const { body } = await scene.admin.get<List<Occurrence>>(`/events?org_id=${scene.orgId}&limit=100`);
  return body.items.filter(({ series_id }) => series_id !== null);
}
const daysOf = async (scene: Scene): Promise<(string | null)[]> =>
  (await occurrencesOf(scene)).map(({ occurrence_on }) => occurrence_on);

const sweep = (its: TestApp): Promise<void> => its.verselink.app.get(SeriesClock, { strict: false }).sweep();
/** As if the next occurrences had come due while nothing ran. */
const fallDue = (id: string, fields: object) =>
  connection
    .collection<{ _id: string }>('event_series')
    .updateOne({ _id: id }, { $set: { due_at: new Date(0), ...fields } });

describe('a series', () => {
  it('makes an event of each occurrence whose turn has come', async () => {
    const scene = await aScene(app);
    const series = await make(scene);
    expect(series.next_occurrences.map(({ occurrence }) => occurrence)).toEqual(
      [0, 1, 2, 3, 4].map(dayAfter),
    );
    const events = await occurrencesOf(scene);
    expect(events).toMatchObject(
      [0, 1].map((days) => ({
        ...EVENT,
        roles: [{ name: 'Pilot', capacity: 4 }],
        state: 'published',
        series_id: series.id,
        occurrence_on: dayAfter(days),
        start_at_utc: soon.plus({ days }).startOf('minute').toJSDate().toISOString(),
      })),
    );
    expect((await scene.admin.get<SeriesBody>(`/series/${series.id}`)).body).toEqual(series);
    const listed = await scene.admin.get<List<SeriesBody>>(`/series?org_id=${scene.orgId}`);
    expect(listed.body.items).toEqual([series]);
    const feed = await scene.admin.post<{ url: string }>(`/organizations/${scene.orgId}/feeds`, {
      name: 'All',
    });
    const file = await app.anyone.raw<string>('GET', new URL(feed.body.url).pathname);
    const entries = new ICAL.Component(ICAL.parse(file.body) as unknown[]).getAllSubcomponents('vevent');
    expect(entries.map((entry) => entry.getFirstPropertyValue('uid'))).toEqual(
      events.map(({ id }) => `${id}@verselink`),
    );
  });

  it('begins with an event that is there, which is not made twice', async () => {
    const scene = await aScene(app);
    const start = soon.startOf('minute').toJSDate().toISOString();
    const { id } = await scene.event({ title: 'The first one', start_at_utc: start });
    const series = await make(scene, { event_id: id, event: { duration_minutes: 45 } });
    expect(series).toMatchObject({ event: { title: 'The first one', duration_minutes: 45 }, skipped: [] });
    expect(await daysOf(scene)).toEqual([dayAfter(0), dayAfter(1)]);
    expect((await scene.admin.get(`/events/${id}`)).body).toMatchObject({ series_id: series.id });
    const again = await scene.admin.post<ProblemBody>('/series', {
      org_id: scene.orgId,
      ...DAILY,
      event_id: id,
    });
    expect([again.status, again.body.code]).toEqual([409, 'in_series']);
    const { id: later } = await scene.event({ start_at_utc: soon.plus({ minutes: 5 }).toJSDate() });
    const off = { org_id: scene.orgId, ...DAILY, event_id: later };
    expect((await scene.admin.post('/series', off)).status).toBe(422);
  });

  it('is for staff, within limits, by rules that can be kept', async () => {
    const scene = await aScene(app);
    const member = await app.user();
    await scene.admin.put(`/organizations/${scene.orgId}/members/${member.id}`, { role: 'member' });
    const { id } = await make(scene);
    const refusals = (user: TestUser) =>
      Promise.all([
        user.post('/series', { org_id: scene.orgId, ...DAILY }),
        user.get(`/series?org_id=${scene.orgId}`),
        user.get(`/series/${id}`),
        user.patch(`/series/${id}`, { publish_days_before: 2 }),
        user.post(`/series/${id}/skip`, { occurrence: dayAfter(0) }),
        user.delete(`/series/${id}`),
      ]).then((answers) => answers.map(({ status }) => status));
    expect(await refusals(member)).toEqual([403, 403, 403, 403, 403, 403]);
    const wrong = [
      { rule: 'FREQ=HOURLY' },
      { timezone: 'Mars/Olympus' },
      { local_start: '2042-02-30T21:00' },
      { local_start: '0001-01-01T21:00' },
      { local_start: '9999-12-31T21:00' },
      { rule: 'FREQ=DAILY;UNTIL=20200101' },
      { publish_days_before: 61 },
      { event: { title: 'Nothing else' } },
      { event: [EVENT] },
      { event: { ...EVENT, roles: [EVENT.roles[0], EVENT.roles[0]] } },
    ];
    for (const fields of wrong) {
      const { status } = await scene.admin.post('/series', { org_id: scene.orgId, ...DAILY, ...fields });
      expect([fields, status]).toEqual([fields, 422]);
    }
    for (const fields of [{ rule: null }, { timezone: null }, { event: null }, { event: [EVENT] }]) {
      expect([fields, (await scene.admin.patch(`/series/${id}`, fields)).status]).toEqual([fields, 422]);
    }
    const far = { org_id: scene.orgId, ...DAILY, local_start: '2042-01-01T21:00' };
    const made = await Promise.all(Array.from({ length: 49 }, () => scene.admin.post('/series', far)));
    expect(made.every(({ status }) => status === 201)).toBe(true);
    expect((await scene.admin.post('/series', far)).body).toMatchObject({ code: 'limit_reached' });
  });

  it('changes its events to come, but not those that were changed by hand', async () => {
    const scene = await aScene(app);
    const { id } = await make(scene);
    const [mine, untouched] = await occurrencesOf(scene);
    await scene.admin.patch(`/events/${mine?.id}`, { title: 'My very own' });
    const changed = await scene.admin.patch<SeriesBody>(`/series/${id}`, { event: { title: 'Late convoy' } });
    expect(changed.body.event).toMatchObject({ title: 'Late convoy', duration_minutes: 90 });
    expect((await occurrencesOf(scene)).map(({ title }) => title)).toEqual(['My very own', 'Late convoy']);

    const later = soon.plus({ minutes: 15 });
    await scene.admin.patch(`/series/${id}`, { local_start: later.toFormat("yyyy-MM-dd'T'HH:mm") });
    const moved = await occurrencesOf(scene);
    expect(moved.map(({ start_at_utc }) => start_at_utc)).toEqual([
      mine?.start_at_utc,
      later.plus({ days: 1 }).startOf('minute').toJSDate().toISOString(),
    ]);
    expect(moved.map((event) => event.id)).toEqual([mine?.id, untouched?.id]);
    expect(await daysOf(scene)).toEqual([dayAfter(0), dayAfter(1)]);

    const weekday = soon.plus({ days: 2 }).setLocale('en').toFormat('ccc').slice(0, 2).toUpperCase();
    await scene.admin.patch(`/series/${id}`, {
      rule: `FREQ=WEEKLY;BYDAY=${weekday}`,
      publish_days_before: 5,
    });
    const states = (await occurrencesOf(scene)).map(({ occurrence_on, state }) => [occurrence_on, state]);
    expect(states).toEqual([
      [dayAfter(0), 'published'],
      [dayAfter(1), 'cancelled'],
      [dayAfter(2), 'published'],
    ]);
  });

  it('leaves out days that are skipped, made or not', async () => {
    const scene = await aScene(app);
    const { id } = await make(scene);
    const skip = (occurrence: string) => scene.admin.post<SeriesBody>(`/series/${id}/skip`, { occurrence });
    expect((await skip(dayAfter(1))).body.skipped).toEqual([dayAfter(1)]);
    const skipped = await skip(dayAfter(2));
    expect(skipped.body.next_occurrences.map(({ occurrence }) => occurrence)).toEqual(
      [0, 3, 4, 5, 6].map(dayAfter),
    );
    expect((await skip('2020-01-01')).status).toBe(422);
    expect((await skip('2020-02-31')).status).toBe(422);
    await fallDue(id, { publish_days_before: 5 });
    await sweep(app);
    const states = (await occurrencesOf(scene)).map(({ occurrence_on, state }) => [occurrence_on, state]);
    expect(states).toEqual([
      [dayAfter(0), 'published'],
      [dayAfter(1), 'cancelled'],
      [dayAfter(3), 'published'],
    ]);
  });

  it('skips no occurrence that took place, and notes nothing of it', async () => {
    const scene = await aScene(app);
    const { id } = await make(scene);
    const [first] = await occurrencesOf(scene);
    for (const step of ['start', 'complete']) await scene.admin.post(`/events/${first?.id}/${step}`);
    const { status, body } = await scene.admin.post<ProblemBody>(`/series/${id}/skip`, {
      occurrence: dayAfter(0),
    });
    expect([status, body.code]).toEqual([409, 'illegal_transition']);
    expect((await scene.admin.get<SeriesBody>(`/series/${id}`)).body.skipped).toEqual([]);
  });

  it('ends, and its events stay; it is exported, and loses its maker with the account', async () => {
    const scene = await aScene(app);
    const staff = await app.user();
    await scene.admin.put(`/organizations/${scene.orgId}/members/${staff.id}`, { role: 'staff' });
    const made = await staff.post<SeriesBody>('/series', { org_id: scene.orgId, ...DAILY });
    expect((await staff.get('/users/me/export')).body).toMatchObject({ series: [{ id: made.body.id }] });
    expect((await staff.delete('/users/me')).status).toBe(204);
    const { body } = await scene.admin.get<{ created_by: string }>(`/series/${made.body.id}`);
    expect(body.created_by).not.toBe(staff.id);
    expect((await scene.admin.delete(`/series/${made.body.id}`)).status).toBe(204);
    expect((await scene.admin.get(`/series/${made.body.id}`)).body).toMatchObject({
      code: 'series_not_found',
    });
    expect(await daysOf(scene)).toEqual([dayAfter(0), dayAfter(1)]);
    const audit = await scene.admin.get<List<{ action: string }>>(`/organizations/${scene.orgId}/audit`);
    const actions = audit.body.items.map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['series.created', 'series.deleted']));
  });
});

describe('the clock of series', () => {
  it('makes none of what passed meanwhile', async () => {
    const scene = await aScene(app);
    const { id } = await make(scene, { local_start: '2042-01-01T21:00' });
    const begun = soon.minus({ days: 30 }).toFormat("yyyy-MM-dd'T'HH:mm");
    await fallDue(id, { local_start: begun });
    await sweep(app);
    // Today's is still to come: it is half an hour later than now.
    expect(await daysOf(scene)).toEqual([-1, 0, 1].map(dayAfter));
  });

  it('makes each occurrence once, by three processes, of which one is killed', async () => {
    const scene = await aScene(app);
    const many = await Promise.all(
      Array.from({ length: 8 }, (_, at) => make(scene, { local_start: `2042-01-0${at + 1}T21:00` })),
    );
    for (const { id } of many) {
      await fallDue(id, { local_start: DAILY.local_start, publish_days_before: 10 });
    }
    const fleet = new Fleet({
      ...discord.env,
      MONGODB_URI: app.databases.mongodbUri,
      REDIS_URL: app.databases.redisUrl,
      LOG_LEVEL: 'info',
    });
    try {
      const first = fleet.start('worker');
      await Promise.race([first, expect.poll(() => daysOf(scene), { timeout: 45_000 }).not.toEqual([])]);
      await fleet.kill();
      await first.catch(() => undefined);
      await Promise.all([fleet.start('worker'), sweep(app), sweep(app)]);
      await expect.poll(() => daysOf(scene), { timeout: 45_000 }).toHaveLength(8 * 9);
    } finally {
      await fleet.kill();
    }
    for (const { id } of many) {
      const days = (await occurrencesOf(scene)).filter(({ series_id }) => series_id === id);
      expect(days.map(({ occurrence_on }) => occurrence_on)).toEqual(
        [0, 1, 2, 3, 4, 5, 6, 7, 8].map(dayAfter),
      );
    }
  }, 120_000);

  it('ends a change that was cut off half-way', async () => {
    const scene = await aScene(app);
    const { id } = await make(scene);
    const series = await connection.collection<{ _id: string }>('event_series').findOne({ _id: id });
    const { event, rule, timezone, local_start, skipped } = series as unknown as Record<string, object>;
    const before = { event, rule, timezone, local_start, skipped };
    const [first] = await occurrencesOf(scene);
    await fallDue(id, { before_change: before, event: { ...event, location: 'Ruin Station' } });
    await scene.admin.patch(`/events/${first?.id}`, { location: 'Ruin Station' });
    await sweep(app);
    expect(await occurrencesOf(scene)).toMatchObject([
      { location: 'Ruin Station' },
      { location: 'Ruin Station' },
    ]);
  });
});
