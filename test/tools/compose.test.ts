import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { environment } from '../../src/config/environment.js';

/** Variables that compose rightly does not pass, with the reason. */
const EXCUSED: Readonly<Record<string, string>> = {
  PORT: 'the published port follows it; inside, the containers keep their default',
  INTERNAL_PORT: 'private to the containers',
  REDIS_SENTINELS: 'the Redis of the file is one server',
  REDIS_SENTINEL_PASSWORD: 'the Redis of the file is one server',
};

it('passes every variable of the environment to the containers, or says why not', async () => {
  const compose = await readFile(path.resolve(import.meta.dirname, '../../docker-compose.yml'), 'utf8');
  const passed = new Set([...compose.matchAll(/^\s+([A-Z][A-Z0-9_]+):/gm)].map(([, name]) => name));
  const missing = Object.keys(environment.shape).filter((name) => !passed.has(name) && !(name in EXCUSED));
  expect(missing).toEqual([]);
});
