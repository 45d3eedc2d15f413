import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MirrorFanOut } from '../../src/features/scheduled-events/mirror-fan-out.js';
import { DeliveryEngine } from '../../src/features/webhooks/delivery-engine.js';
import { startApp, type TestApp, type TestUser } from '../support/app.js';
import { startDiscord, type TestDiscord } from '../support/discord.js';
import { eventually } from '../support/eventually.js';
import { aScene, mirrorsOf } from '../support/scene.js';

// An error in a job that is not Discord's: here, of an event that has no title in the database.

let discord: TestDiscord;
let app: TestApp;
let siteAdmin: TestUser;

beforeAll(async () => {
  discord = await startDiscord();
  app = await startApp({ run: 'api,worker', env: discord.env });
  siteAdmin = await app.user({ site_admin: true });
});
afterAll(async () => {
  await app.close();
  await discord.close();
});

const collection = (name: string) =>
  app.verselink.app
    .get<Connection>(getConnectionToken(), { strict: false })
    .collection<{ _id: string }>(name);

const jobsOf = async (eventId: string) =>
  (await siteAdmin.get<{ id: string; status: string }[]>(`/discord/jobs?event_id=${eventId}`)).body;

/** An event whose job has failed for good, after its retries. */
async function aDeadJob() {
  const scene = await aScene(app);
  const guild = await discord.guild();
  await scene.register(guild);
  const event = await scene.event();
  const state = (expected: object) =>
    eventually(async () => {
      const { body } = await scene.admin.get<object[]>(`/discord/events/events/${event.id}/discord`);
      expect(body).toMatchObject([expected]);
    }, 20_000);
  await state({ sync_state: 'synced' });
  await collection('events').updateOne({ _id: event.id }, { $set: { title: null } });
  await scene.admin.put(`/discord/events/events/update/${event.id}`, {});
  // One more try is enough for a test, however many there were before this saw it; the policy allows eight more.
  await eventually(async () => {
    const filter = { event_id: event.id, status: 'pending', retry_count: { $gte: 1 } };
    const last = [{ $set: { max_retries: '$retry_count' } }];
    const { matchedCount } = await collection('discord_jobs').updateOne(filter, last);
    expect(matchedCount).toBe(1);
  });
  await state({ sync_state: 'failed', last_error: expect.any(String) as string });
  await eventually(async () => {
    expect((await jobsOf(event.id))[0]).toMatchObject({ status: 'failed' });
  });
  const titled = (title: string) =>
    eventually(async () => {
      expect((await mirrorsOf(discord, guild, event.id)).events).toMatchObject([{ name: title }]);
    }, 20_000);
  return { scene, event, state, titled };
}

describe('a job that fails by our own fault', () => {
  it('gets no new row from the sweep, and an edit sets the mirror going again', async () => {
    const { scene, event, state, titled } = await aDeadJob();
    const rows = await jobsOf(event.id);
    for (let sweeps = 0; sweeps < 3; sweeps++)
      await app.verselink.app.get(MirrorFanOut, { strict: false }).sweep();
    expect(await jobsOf(event.id)).toEqual(rows);
    expect((await scene.admin.patch(`/events/${event.id}`, { title: 'Mended by an edit' })).status).toBe(200);
    await state({ sync_state: 'synced', last_error: null });
    await titled('Mended by an edit');
  }, 60_000);

  it('runs again when an admin retries it', async () => {
    const { event, state, titled } = await aDeadJob();
    await collection('events').updateOne({ _id: event.id }, { $set: { title: 'Mended by hand' } });
    const [dead] = await jobsOf(event.id);
    expect((await siteAdmin.post(`/discord/jobs/${dead?.id ?? ''}/retry`)).status).toBe(200);
    await state({ sync_state: 'synced', last_error: null });
    await titled('Mended by hand');
  }, 60_000);
});

describe('webhooks', () => {
  it('are told of a job that failed for good, once, also when the process that failed it was killed', async () => {
    const subscription = { url: 'https://example.com/hook', events: ['job.failed'] };
    const { id } = (await siteAdmin.post<{ id: string }>('/webhooks', subscription)).body;
    const { event } = await aDeadJob();
    const [job] = await jobsOf(event.id);
    const told = async () => {
      await app.verselink.app.get(DeliveryEngine, { strict: false }).sweep();
      const page = await siteAdmin.get<{ items: { event_id: string }[] }>(
        `/webhooks/${id}/deliveries?limit=100`,
      );
      return page.body.items.filter(({ event_id }) => event_id.startsWith(`job/${job?.id ?? ''}/`));
    };
    await expect.poll(told).toMatchObject([{ type: 'job.failed' }]);
    // Its deliveries were written, and it died before it said so.
    await collection('discord_jobs').updateOne({ _id: job?.id ?? '' }, { $set: { untold: true } });
    expect(await told()).toHaveLength(1);
  });
});

it('an event that cannot be followed does not hold up the others', async () => {
  const scene = await aScene(app);
  const guild = await discord.guild();
  await scene.register(guild);
  const [broken, sound] = [await scene.event(), await scene.event({ title: 'A sound event' })];
  const events = collection('events');
  const due = () => events.countDocuments({ _id: { $in: [broken.id, sound.id] }, effects_due: true });
  await expect.poll(due).toBe(0);
  // Its changes cannot be read, and so not announced.
  await events.updateOne({ _id: broken.id }, { $set: { changes: null, effects_due: true } });
  await events.updateOne({ _id: sound.id }, { $set: { effects_due: true } });
  await app.verselink.app.get(MirrorFanOut, { strict: false }).sweep();
  expect(await events.findOne({ _id: broken.id })).toMatchObject({ effects_due: true });
  expect(await events.findOne({ _id: sound.id })).toMatchObject({ effects_due: false });
});
