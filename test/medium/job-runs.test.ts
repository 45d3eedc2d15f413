import type { Type } from '@nestjs/common';
import { getConnectionToken, getModelToken } from '@nestjs/mongoose';
import { Queue, Worker, type Job as QueueJob } from 'bullmq';
import { Redis } from 'ioredis';
import type { Connection, Model } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ChannelMappingsRepository } from '../../src/features/channel-mappings/channel-mappings.repository.js';
import { NoticeDeliveriesRepository } from '../../src/features/event-notices/notice-deliveries.repository.js';
import type { Notice } from '../../src/features/event-notices/rules/notice.js';
import { RoleGrantsRepository } from '../../src/features/role-mappings/role-grants.repository.js';
import { TemporaryRolesRepository } from '../../src/features/role-mappings/temporary-roles.repository.js';
import { DiscordEventsRepository } from '../../src/features/scheduled-events/discord-events.repository.js';
import { MirrorClaimsRepository } from '../../src/features/scheduled-events/mirror-claims.repository.js';
import { whileClaimed } from '../../src/infra/claims.js';
import { DiscordJobsRepository } from '../../src/queue/discord-jobs.repository.js';
import { JOB_MODEL, type JobDocument } from '../../src/queue/discord-jobs.schema.js';
import { JobQueue } from '../../src/queue/job-queue.js';
import { JobRunner, type JobWork } from '../../src/queue/job-runner.js';
import { RetryLater } from '../../src/queue/rules/outcome.js';
import { startApp, type TestApp } from '../support/app.js';

// Runs of one row side by side, as when a worker stalls and another takes its job over.

let app: TestApp;
let runner: JobRunner;

beforeAll(async () => {
  app = await startApp({ run: 'api' });
  runner = app.verselink.app.get(JobRunner, { strict: false });
});
afterAll(() => app.close());

async function aJob() {
  const jobs = app.verselink.app.get(JobQueue, { strict: false });
  const payload = { event_id: uuidv7(), guild_id: '1' };
  const row = await jobs.enqueue({ type: 'update_discord_event', payload });
  if (row === null) throw new Error('no row');
  return row;
}

/** Where a claim that another process has is an error, `null` as elsewhere. */
function nullWhenTaken(error: unknown): null {
  if (error instanceof RetryLater) return null;
  throw error;
}

const read = (id: string) => app.verselink.app.get(DiscordJobsRepository, { strict: false }).findById(id);

/** A run that has started its work and goes on when `end` is called. */
async function stalledRun(id: string) {
  let end!: (outcome: 'completed' | Error) => void;
  const outcome = new Promise<'completed' | Error>((resolve) => (end = resolve));
  const work: JobWork = {
    handle: async () => {
      const ended = await outcome;
      if (ended instanceof Error) throw ended;
      return { by: 'the stalled run' };
    },
    giveUp: () => Promise.resolve(),
  };
  const run = runner.execute(id, work);
  await expect.poll(async () => (await read(id))?.status).toBe('processing');
  return { run, end };
}

const successor: JobWork = {
  handle: () => Promise.resolve({ by: 'the successor' }),
  giveUp: () => Promise.resolve(),
};

it.each([
  ['succeeds', 'completed' as const],
  ['fails', new Error('the connection of a dead worker')],
])('a stalled run that %s in the end leaves the row to its successor', async (_what, outcome) => {
  const { id } = await aJob();
  const stalled = await stalledRun(id);
  expect(await runner.execute(id, successor)).toBeNull();
  stalled.end(outcome);
  expect(await stalled.run).toBeNull();
  expect(await read(id)).toMatchObject({
    status: 'completed',
    attempt: 2,
    retry_count: 0,
    result: { by: 'the successor' },
    error_message: null,
  });
});

it('a stalled run does not end the run that took over and is still at work', async () => {
  const { id } = await aJob();
  const first = await stalledRun(id);
  const second = await stalledRun(id);
  await expect.poll(async () => (await read(id))?.attempt).toBe(2);
  first.end('completed');
  await first.run;
  expect(await read(id)).toMatchObject({ status: 'processing', result: null });
  second.end('completed');
  await second.run;
  expect(await read(id)).toMatchObject({ status: 'completed' });
});

it('a database that is away uses up no retry', async () => {
  const { id } = await aJob();
  const work: JobWork = {
    handle: () => Promise.reject(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })),
    giveUp: () => Promise.reject(new Error('given up')),
  };
  expect(await runner.execute(id, work)).toBeInstanceOf(Date);
  expect(await read(id)).toMatchObject({ status: 'pending', retry_count: 0, error_message: 'write EPIPE' });
});

it.each([
  ['a try that counts waits no less than the policy says', true, 750, 1_000],
  ['one that does not count waits as long as it asks', false, 1, 1],
])('%s', async (_what, counts, leastMs, mostMs) => {
  const { id } = await aJob();
  vi.useFakeTimers({ toFake: ['Date'] });
  const handle = () => Promise.reject(new RetryLater('not now', 1, counts));
  const again = await runner.execute(id, { handle });
  const waitMs = (again?.getTime() ?? 0) - Date.now();
  vi.useRealTimers();
  expect(waitMs).toBeGreaterThanOrEqual(leastMs);
  expect(waitMs).toBeLessThanOrEqual(mostMs);
});

it('a row that holds something else than its kind needs fails in plain words', async () => {
  const { id } = await aJob();
  const rows = app.verselink.app.get<Model<JobDocument>>(getModelToken(JOB_MODEL), { strict: false });
  await rows.updateOne({ _id: id }, { $set: { event_id: null } });
  expect(await runner.execute(id, successor)).toBeNull();
  expect(await read(id)).toMatchObject({
    status: 'failed',
    error_message: 'The job says nothing usable about: event_id.',
  });
});

it('a crowd of jobs lets those go first that others ask for one by one', async () => {
  const jobs = app.verselink.app.get(JobQueue, { strict: false });
  const order = () => ({ event_id: uuidv7(), guild_id: '1' });
  const crowd = Array.from({ length: 50 }, () => ({
    type: 'update_discord_event' as const,
    payload: order(),
  }));
  const crowded = await jobs.enqueueAll(crowd);
  const single = await jobs.enqueue({ type: 'update_discord_event', payload: order() });
  const connection = new Redis(app.databases.redisUrl, { maxRetriesPerRequest: null });
  const queue = new Queue('verselink', { connection });
  const worker = new Worker('verselink', null, { connection, autorun: false });
  const taken: string[] = [];
  // BullMQ's types forget that there may be none.
  const take = async () => (await worker.getNextJob('test')) as QueueJob | undefined;
  for (let next = await take(); next !== undefined; next = await take()) {
    taken.push(next.id ?? '');
    await next.moveToCompleted(null, 'test', false);
  }
  const own = new Set([...crowded.map(({ id }) => id), single?.id]);
  const ours = taken.filter((id) => own.has(id));
  expect(ours.indexOf(single?.id ?? '')).toBe(1);
  expect(ours).toHaveLength(51);
  await worker.close();
  await queue.close();
  connection.disconnect();
});

it('forgets the schedules of an older version', async () => {
  const connection = new Redis(app.databases.redisUrl, { maxRetriesPerRequest: null });
  const queue = new Queue('verselink', { connection });
  await queue.upsertJobScheduler('an old one', { every: 60_000 }, { name: 'an old one' });
  await app.verselink.app.get(JobQueue, { strict: false }).dropOldSchedules();
  expect(await queue.getJobSchedulers()).toEqual([]);
  await queue.close();
  connection.disconnect();
});

describe('what one process works on alone', () => {
  const part = <T>(type: Type<T>): T => app.verselink.app.get(type, { strict: false });
  const which = { event_id: uuidv7(), guild_id: '1', discord_id: '2' };
  /** A message that is to be sent, the same each time that it is asked for. */
  async function aDelivery(id: string) {
    const deliveries = part(NoticeDeliveriesRepository);
    const notice = { id: `of ${id}`, event_id: which.event_id } as Notice;
    await deliveries.add(notice, [{ id, way: 'post', guild_id: '1', user_ids: [], valid_until: null }]);
    return { deliveries, claim: () => deliveries.claim(id) };
  }

  it.each([
    ['a member’s roles', 'discord_role_grants', () => part(RoleGrantsRepository).claim(which, uuidv7())],
    [
      'an event’s role',
      'discord_temporary_roles',
      () => part(TemporaryRolesRepository).claim(which, uuidv7()),
    ],
    [
      'an event’s channels',
      'discord_channel_mappings',
      () => part(ChannelMappingsRepository).claim(which, uuidv7()).catch(nullWhenTaken),
    ],
    [
      'a mirror',
      'discord_events',
      async () => {
        await part(DiscordEventsRepository).markDue(which.event_id, [which.guild_id], 1);
        return part(MirrorClaimsRepository).claim(which.event_id, which.guild_id);
      },
    ],
    ['a notice’s message', 'event_notice_deliveries', async () => (await aDelivery('claimed')).claim()],
  ])(
    '(%s) is another’s soon after that process died, whatever the clocks of the others say',
    async (_what, collection, claim) => {
      expect(await claim()).not.toBeNull();
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
      expect(await claim()).toBeNull();
      vi.useRealTimers();
      const claims = app.verselink.app
        .get<Connection>(getConnectionToken(), { strict: false })
        .collection(collection);
      await claims.updateMany({}, { $set: { claimed_at: new Date(Date.now() - 16_000) } });
      expect(await claim()).not.toBeNull();
    },
  );

  it('stays its own as long as the work takes, also when a renewal fails', async () => {
    vi.useFakeTimers();
    const renew = vi.fn(() => Promise.resolve()).mockRejectedValueOnce(new Error('away'));
    const work = whileClaimed(renew, () => new Promise<void>((end) => setTimeout(end, 12_000)));
    await vi.advanceTimersByTimeAsync(60_000);
    await work;
    vi.useRealTimers();
    expect(renew).toHaveBeenCalledTimes(2);
  });

  it('is nothing to a process that has lost it', async () => {
    const grants = part(RoleGrantsRepository);
    const member = { guild_id: '1', discord_id: '3' };
    await grants.claim(member, 'of the living');
    const late = { ...member, token: 'of the dead' };
    expect(await grants.save(late, [])).toBe(false);
    await grants.release(late, { grants: [] });
    expect(await grants.claim(member, 'of a third')).toBeNull();

    const elsewhere = { event_id: uuidv7(), guild_id: '1' };
    const role = await part(TemporaryRolesRepository).claim(elsewhere, 'of the living');
    expect(await part(TemporaryRolesRepository).save(role?.id ?? '', late.token, {})).toBe(false);
    const mappings = part(ChannelMappingsRepository);
    const stale = { ...(await mappings.claim(elsewhere, uuidv7())), token: late.token };
    await expect(mappings.save(stale, { state: 'open' })).rejects.toThrow(RetryLater);
    await mappings.release(stale);
    await expect(mappings.claim(elsewhere, uuidv7())).rejects.toThrow(RetryLater);
  });

  it('is not sent by a process that has lost it', async () => {
    const { deliveries, claim } = await aDelivery('lost');
    const own = await claim();
    if (own === null) throw new Error('not claimed');
    const late = { ...own, token: 'of the dead' };
    expect(await deliveries.save(late, { tried_since: new Date() })).toBe(false);
    await deliveries.release(late);
    expect(await claim()).toBeNull();
    expect(await deliveries.find('lost')).toMatchObject({ tried_since: null });
    await deliveries.save(own, { state: 'sent' });
    await deliveries.fail('lost');
    expect(await deliveries.find('lost')).toMatchObject({ state: 'sent' });
  });
});
