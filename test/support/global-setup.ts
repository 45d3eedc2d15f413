import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startMongodb } from '../../local/parts/mongodb.js';
import { startRedis } from '../../local/parts/redis.js';
import { startChild } from '../../local/processes/child.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the shared MongoDB engine, with a database named `shared`. Use test/support/databases.ts. */
    mongodbUri: string;
    /** The address of the shared Redis, database 0. Use test/support/databases.ts. */
    redisUrl: string;
  }
}

/** More numbered databases than there will ever be test files, so that each file has its own. */
const redisDatabases = 4096;

/** Starts one MongoDB and one Redis for the whole run; they end with it, however it ends. */
export default async function startDatabases(project: TestProject): Promise<() => Promise<void>> {
  const home = await mkdtemp(path.join(tmpdir(), 'vl-test-'));
  const [mongodb, redis] = await Promise.all([
    startMongodb(
      {
        directory: path.join(home, 'mongodb'),
        socketDirectory: home,
        logFile: path.join(home, 'mongodb.log'),
      },
      startChild,
    ),
    startRedis(
      {
        directory: path.join(home, 'redis'),
        logFile: path.join(home, 'redis.log'),
        databases: redisDatabases,
      },
      startChild,
    ),
  ]);
  project.provide('mongodbUri', mongodb.uri('shared'));
  project.provide('redisUrl', redis.url);
  return async () => {
    await Promise.all([mongodb.child.stop(5000), redis.child.stop(5000)]);
    await rm(home, { recursive: true, force: true });
  };
}
