import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { createConnection } from 'mongoose';
import { inject } from 'vitest';

/** A MongoDB database and a Redis database of their own. */
export interface TestDatabases {
  readonly mongodbUri: string;
  readonly redisUrl: string;
  /** Empties both. Call it in `afterAll`, after everything that uses them is closed. */
  drop(): Promise<void>;
}

/**
 * Gives a test file empty databases of its own, on the engines that the run has started.
 *
 *     const databases = await openDatabases();
 *     afterAll(() => databases.drop());
 */
export async function openDatabases(): Promise<TestDatabases> {
  const number = await nextRedisDatabase();
  const mongodbUris = inject('mongodbUris');
  const mongodbUri = (mongodbUris[number % mongodbUris.length] ?? '').replace(
    '/shared?',
    `/test_${randomUUID().replaceAll('-', '')}?`,
  );
  const redisUrl = `${inject('redisUrl')}/${String(number)}`;
  return {
    mongodbUri,
    redisUrl,
    drop: async () => {
      await Promise.all([dropMongodb(mongodbUri), flushRedis(redisUrl)]);
    },
  };
}

/** Database 0 only counts: each caller, in whatever worker process, draws the next number. */
async function nextRedisDatabase(): Promise<number> {
  const redis = new Redis(inject('redisUrl'));
  try {
    return await redis.incr('next_database');
  } finally {
    redis.disconnect();
  }
}

async function dropMongodb(uri: string): Promise<void> {
  const connection = await createConnection(uri).asPromise();
  await connection.dropDatabase();
  await connection.close();
}

async function flushRedis(url: string): Promise<void> {
  const redis = new Redis(url);
  await redis.flushdb();
  redis.disconnect();
}
