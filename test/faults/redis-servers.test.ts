import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RedisRefused } from '../../src/infra/redis.module.js';
import { EventPublisher } from '../../src/features/webhooks/event-publisher.js';
import { startApp, type TestApp } from '../support/app.js';
import { type RedisServers, redisServers } from '../support/redis-servers.js';
import { startReceiver, type WebhookReceiver } from '../support/webhook-receiver.js';

let servers: RedisServers;
beforeAll(async () => {
  servers = await redisServers();
});
afterAll(() => servers.close());

const SENTINEL = (primary: number) => [
  `sentinel monitor the-primary 127.0.0.1 ${String(primary)} 1`,
  'sentinel down-after-milliseconds the-primary 500',
  'sentinel failover-timeout the-primary 2000',
  'requirepass what-sentinels-ask-for',
];

describe('Redis behind Sentinel', () => {
  let app: TestApp;
  let receiver: WebhookReceiver;
  let primary: number;

  beforeAll(async () => {
    primary = await servers.start();
    await servers.start(`replicaof 127.0.0.1 ${String(primary)}`);
    const sentinel = await servers.start(...SENTINEL(primary));
    receiver = await startReceiver();
    app = await startApp({
      run: 'api,worker',
      env: {
        REDIS_URL: 'redis://the-primary/0',
        REDIS_SENTINELS: `127.0.0.1:1, 127.0.0.1:${String(sentinel)}`,
        REDIS_SENTINEL_PASSWORD: 'what-sentinels-ask-for',
        WEBHOOK_ALLOW_HOSTS: `127.0.0.1:${String(receiver.port)}`,
      },
    });
    const admin = await app.user({ site_admin: true });
    const url = `http://127.0.0.1:${String(receiver.port)}/hook`;
    await admin.post('/webhooks', { url, events: ['member_joined'] });
  });
  afterAll(async () => {
    await app.close();
    await receiver.close();
  });

  /** Whether work gets through the queue: each look hands it a new delivery. */
  const delivers = async (): Promise<number> => {
    const event = { event_id: uuidv7(), type: 'member_joined', occurred_at: new Date(), data: {} } as const;
    const before = receiver.requests.length;
    await app.verselink.app.get(EventPublisher, { strict: false }).publish(event);
    return expect
      .poll(() => receiver.requests.length, { timeout: 2_000 })
      .toBeGreaterThan(before)
      .then(
        () => 1,
        () => 0,
      );
  };

  it('finds the primary, and the next one when that has died', async () => {
    expect(await delivers()).toBe(1);
    await servers.kill(primary);
    await expect.poll(delivers, { timeout: 25_000 }).toBe(1);
  });
});

describe('a server that cannot hold the queues', () => {
  it('is refused at boot in plain words', async () => {
    const cluster = await servers.start('cluster-enabled yes');
    const REDIS_URL = `redis://127.0.0.1:${String(cluster)}`;
    const starting = startApp({ env: { REDIS_URL } });
    await expect(starting).rejects.toThrow(RedisRefused);
    await expect(starting).rejects.toThrow('REDIS_URL leads to a Redis cluster');
  });

  it('is a Sentinel that was taken for the primary', async () => {
    const primary = await servers.start();
    const [monitor = ''] = SENTINEL(primary);
    const sentinel = await servers.start(monitor);
    const starting = startApp({ env: { REDIS_URL: `redis://127.0.0.1:${String(sentinel)}` } });
    await expect(starting).rejects.toThrow('Name the Sentinels in REDIS_SENTINELS');
  });
});
