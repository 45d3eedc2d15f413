import { Redis } from 'ioredis';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Urgency, withUrgency } from '../../src/common/urgency.js';
import { RequestBudget } from '../../src/discord-api/request-budget.js';
import { openDatabases } from '../support/databases.js';

const ROUTE = { name: 'POST /channels/:id/messages', major: '1' };

let databases: Awaited<ReturnType<typeof openDatabases>>;
let connections: Redis[];
let budgets: RequestBudget[];

beforeAll(async () => {
  databases = await openDatabases();
  connections = [new Redis(databases.redisUrl), new Redis(databases.redisUrl)];
  budgets = connections.map((redis) => new RequestBudget(redis));
});

beforeEach(() => redis().flushdb());

afterAll(async () => {
  for (const connection of connections) connection.disconnect();
  await databases.drop();
});

function redis(): Redis {
  const [first] = connections;
  if (first === undefined) throw new Error('no connection');
  return first;
}

/** What a long piece of work does to a process. */
function blockFor(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

it('hands two processes at most 50 turns in any second between them, also when one is held up', async () => {
  await budgets[0]?.learn(ROUTE, { bucket: '', limit: 0, remaining: 0, resetAfterMs: 0 });
  const times: number[] = [];
  const take = async (budget: RequestBudget): Promise<void> => {
    const turn = await budget.take(ROUTE);
    times.push(performance.now());
    budget.answered(turn);
    if (times.length % 40 === 0) blockFor(70);
  };
  await Promise.all(budgets.flatMap((budget) => Array.from({ length: 70 }, () => take(budget))));
  const seconds = times.slice(50).map((time, index) => time - (times[index] ?? 0));
  expect(Math.min(...seconds)).toBeGreaterThanOrEqual(1_000);
});

it('lets what people wait for go before jobs, and these before sweeps', async () => {
  const [one] = budgets;
  await one?.learn(ROUTE, { bucket: '', limit: 0, remaining: 0, resetAfterMs: 0 });
  const order: string[] = [];
  const take = (urgency: Urgency) =>
    withUrgency(urgency, async () => {
      await one?.take(ROUTE);
      order.push(urgency);
    });
  const urgencies = ['sweep', 'sweep', 'sweep', 'job', 'sweep', 'job', 'person'] as const;
  await Promise.all(urgencies.map(take));
  // The first one's turn was taken before there was another.
  expect(order).toEqual(['sweep', 'person', 'job', 'job', 'sweep', 'sweep', 'sweep']);
});

it('sends a request away when the line is too long, and keeps the line as it was', async () => {
  await redis().set('discord-budget:next-turn', (Date.now() + 60_000) * 1_000, 'PX', 60_000);
  await expect(new RequestBudget(redis()).take(ROUTE)).rejects.toMatchObject({
    treatment: 'wait',
    retryAfterMs: 10_000,
  });
});

it('sends one request ahead on a route that it does not know yet', async () => {
  const [one, two] = budgets;
  await one?.take(ROUTE);
  let isSent = false;
  const second = two?.take(ROUTE).then(() => (isSent = true));
  await sleep(100);
  expect(isSent).toBe(false);

  await one?.learn(ROUTE, { bucket: 'b', limit: 5, remaining: 4, resetAfterMs: 60_000 });
  await second;
});

it('keeps what is left of a route for all processes, and for each channel apart', async () => {
  const [one, two] = budgets;
  await one?.learn(ROUTE, { bucket: 'b', limit: 5, remaining: 2, resetAfterMs: 60_000 });
  await Promise.all([one?.take(ROUTE), two?.take(ROUTE)]);

  await expect(two?.take(ROUTE)).rejects.toMatchObject({ treatment: 'wait', code: 429 });
  await expect(two?.take({ ...ROUTE, major: '2' })).resolves.toHaveProperty('id');
});

it('does not believe an older answer that more is left', async () => {
  const [one, two] = budgets;
  const window = { bucket: 'b', limit: 5, resetAfterMs: 60_000 };
  await one?.learn(ROUTE, { ...window, remaining: 1 });
  await two?.take(ROUTE);
  await one?.learn(ROUTE, { ...window, remaining: 4 });
  await expect(one?.take(ROUTE)).rejects.toMatchObject({ code: 429 });
});

it('waits for a route that opens soon, and knows its limit in the next window', async () => {
  const [one, two] = budgets;
  const begun = performance.now();
  await one?.learn(ROUTE, { bucket: 'b', limit: 2, remaining: 0, resetAfterMs: 5_000 });
  await redis().pexpire('discord-window:b:1', 300);
  await Promise.all([one?.take(ROUTE), two?.take(ROUTE)]);
  expect(performance.now() - begun).toBeGreaterThanOrEqual(299);

  await expect(one?.take(ROUTE)).rejects.toMatchObject({ code: 429 });
});

it('holds up no other route while one is closed', async () => {
  const [one] = budgets;
  await one?.learn(ROUTE, { bucket: 'b', limit: 1, remaining: 0, resetAfterMs: 2_500 });
  let isSent = false;
  const closed = one?.take(ROUTE).then(() => (isSent = true));
  await one?.take({ name: 'GET /guilds/:id', major: '1' });
  await sleep(0);
  expect(isSent).toBe(false);
  await closed;
});
