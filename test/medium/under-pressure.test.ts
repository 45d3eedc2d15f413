import { fastify, type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refuseUnderPressure, type WorkGauge } from '../../src/bootstrap/every-request.js';
import { JobQueue } from '../../src/queue/job-queue.js';
import { startApp, type TestApp } from '../support/app.js';

describe('more work than workers can do soon', () => {
  let server: FastifyInstance;
  const work: WorkGauge = { waiting: () => Promise.resolve(50_001) };
  beforeAll(async () => {
    server = fastify();
    await refuseUnderPressure(server, work);
    server.route({ method: ['GET', 'POST'], url: '/', handler: () => 'ok' });
  });
  afterAll(() => server.close());

  it('has what would add to it turned away, and lets people read', async () => {
    const status = async (method: 'GET' | 'POST') => (await server.inject({ method, url: '/' })).statusCode;
    expect(await status('GET')).toBe(200);
    expect(await status('POST')).toBeGreaterThanOrEqual(500);
    work.waiting = () => Promise.resolve(50_000);
    await expect.poll(() => status('POST'), { timeout: 20_000, interval: 500 }).toBe(200);
  });
});

describe('the work that waits', () => {
  let app: TestApp;
  beforeAll(async () => (app = await startApp()));
  afterAll(() => app.close());

  it('is counted in Redis, by every process', async () => {
    const queue = app.verselink.app.get(JobQueue, { strict: false });
    const before = await queue.waiting();
    await queue.trigger('mirror_guild', { guild_id: '100000000000000001' });
    await queue.trigger('mirror_guild', { guild_id: '100000000000000002' });
    // No worker takes them here.
    expect(await queue.waiting()).toBe(before + 2);
  });
});
