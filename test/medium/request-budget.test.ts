import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RequestBudget } from '../../src/discord-api/request-budget.js';
import { openDatabases } from '../support/databases.js';

let databases: Awaited<ReturnType<typeof openDatabases>>;
let connections: Redis[];

beforeAll(async () => {
  databases = await openDatabases();
  connections = [new Redis(databases.redisUrl), new Redis(databases.redisUrl)];
});

afterAll(async () => {
  for (const connection of connections) connection.disconnect();
  await databases.drop();
});

it('hands two processes one turn every 25 ms between them', async () => {
  const budgets = connections.map((redis) => new RequestBudget(redis));
  const begun = performance.now();
  await Promise.all(budgets.flatMap((budget) => Array.from({ length: 60 }, () => budget.take())));
  // The last of 120 turns is 119 spacings after the first, however slow this machine is; a timer may be 1 ms early.
  expect(performance.now() - begun).toBeGreaterThanOrEqual(119 * 25 - 1);
});

it('sends a request away when the line is too long, and keeps the line as it was', async () => {
  const [redis] = connections;
  if (redis === undefined) throw new Error('no connection');
  await redis.set('discord-budget:next-turn', Date.now() + 60_000, 'PX', 60_000);
  await expect(new RequestBudget(redis).take()).rejects.toMatchObject({
    treatment: 'wait',
    retryAfterMs: 10_000,
  });
});
