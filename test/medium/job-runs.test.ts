import { afterAll, beforeAll, expect, it } from 'vitest';
import { DiscordJobsRepository } from '../../src/queue/discord-jobs.repository.js';
import { JobQueue } from '../../src/queue/job-queue.js';
import { type JobWork, RunJob } from '../../src/queue/run-job.js';
import { startApp, type TestApp } from '../support/app.js';

// Runs of one row side by side, as when a worker stalls and another takes its job over.

let app: TestApp;
let runJob: RunJob;

beforeAll(async () => {
  app = await startApp({ run: 'api' });
  runJob = app.verselink.app.get(RunJob, { strict: false });
});
afterAll(() => app.close());

async function aJob() {
  const jobs = app.verselink.app.get(JobQueue, { strict: false });
  const row = await jobs.enqueue({ type: 'update_discord_event', guild_id: null, event_id: null });
  if (row === null) throw new Error('no row');
  return row;
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
  const run = runJob.execute(id, work);
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
  expect(await runJob.execute(id, successor)).toBeNull();
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
  expect(await runJob.execute(id, work)).toBeInstanceOf(Date);
  expect(await read(id)).toMatchObject({ status: 'pending', retry_count: 0, error_message: 'write EPIPE' });
});
