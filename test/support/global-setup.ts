import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startMongodb } from '../../local/parts/mongodb.js';
import { startRedis } from '../../local/parts/redis.js';
import { startChild } from '../../local/processes/child.js';
import { temporaryFolder } from './temporary-folder.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The addresses of the shared MongoDB engines, with a database named `shared`. Use test/support/databases.ts. */
    mongodbUris: string[];
    /** The address of the shared Redis, database 0. Use test/support/databases.ts. */
    redisUrl: string;
  }
}

/** More numbered databases than there will ever be test files, so that each file has its own. */
const redisDatabases = 4096;

/**
 * MongoDB engines that the test files share. The engine keeps the files of dropped databases open until it ends, some
 * 200 for each test file, and dies at its limit of open files (often 20,000): one alone did not live through a run.
 */
const mongodbEngines = (project: TestProject): number => (['alone', 'image'].includes(project.name) ? 1 : 4);

/** Starts MongoDB and Redis for the whole run; they end with it, however it ends. */
export default async function startDatabases(project: TestProject): Promise<() => Promise<void>> {
  const home = await temporaryFolder('vl-test-');
  const [engines, redis] = await Promise.all([
    Promise.all(
      Array.from({ length: mongodbEngines(project) }, (_, number) =>
        startMongodb(
          {
            directory: path.join(home, `mongodb-${String(number)}`),
            socketDirectory: home,
            logFile: path.join(home, `mongodb-${String(number)}.log`),
          },
          startChild,
        ),
      ),
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
  project.provide(
    'mongodbUris',
    engines.map((engine) => engine.uri('shared')),
  );
  project.provide('redisUrl', redis.url);
  return async () => {
    await Promise.all([...engines, redis].map(({ child }) => child.stop(5000)));
    await rm(home, { recursive: true, force: true });
  };
}
