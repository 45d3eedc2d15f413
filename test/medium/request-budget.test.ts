import { Redis } from 'ioredis';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Urgency, withUrgency } from '../../src/common/urgency.js';
import { RequestBudget } from '../../src/discord-api/request-budget.js';
import { RESERVE_TURN } from '../../src/discord-api/request-budget.scripts.js';
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

it('lets no more than fifty requests of two processes into any second', async () => {
  await budgets[0]?.learn(ROUTE, { bucket: '', limit: 0, remaining: 0, resetAfterMs: 0 });
  const times: number[] = [];
  const take = async (budget: RequestBudget): Promise<void> => {
    await budget.take(ROUTE);
    times.push(performance.now());
  };
  await Promise.all(budgets.flatMap((budget) => Array.from({ length: 60 }, () => take(budget))));
  const seconds = times.slice(50).map((time, index) => time - (times[index] ?? 0));
  expect(Math.min(...seconds)).toBeGreaterThan(1_000);
});

it('makes up for turns that went by unused, and then spreads the others evenly', async () => {
  const limits = [10_000, 1_030, 250, 10].map((ms) => ms * 1_000);
  const keys = ['discord-budget:next-turn', 'discord-budget:last-turns', 'rule', 'scout'];
  await redis().hset('rule', 'bucket', '');
  const line = redis().pipeline();
  for (let turn = 0; turn < 60; turn++) line.eval(RESERVE_TURN, keys.length, ...keys, '1', '', ...limits);
  const turns = ((await line.exec()) ?? []).map(([, answer]) =>
    Number((answer as [string, number, string])[2]),
  );
  const gaps = turns.slice(1).map((turn, index) => turn - (turns[index] ?? 0));
  expect(gaps.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 10_000));
  expect(gaps.slice(30, 48)).toEqual(Array.from({ length: 18 }, () => 20_600));
  expect(turns.slice(50).map((turn, index) => turn - (turns[index] ?? 0) >= 1_030_000)).not.toContain(false);
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

it('gives a turn back that it came too late for', async () => {
  const [one] = budgets;
  const taken = one?.take(ROUTE);
  const until = performance.now() + 50;
  while (performance.now() < until); // The process is held up while Redis answers.
  await taken;
  expect(await redis().llen('discord-budget:last-turns')).toBe(1);
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
  await expect(two?.take({ ...ROUTE, major: '2' })).resolves.toBeUndefined();
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
