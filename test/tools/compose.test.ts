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

const readCompose = () => readFile(path.resolve(import.meta.dirname, '../../docker-compose.yml'), 'utf8');

it('gives the databases passwords, which no one can leave out, and looks at the health of every service', async () => {
  const compose = await readCompose();
  expect(compose).toMatch(/MONGO_INITDB_ROOT_PASSWORD: \$\{MONGODB_PASSWORD:\?/);
  expect(compose).toMatch(/--requirepass\n\s+- \$\{REDIS_PASSWORD:\?/);
  expect(compose).toMatch(/MONGODB_URI: mongodb:\/\/verselink:\$\{MONGODB_PASSWORD:\?/);
  for (const service of ['api', 'bot', 'worker'])
    expect(compose).toMatch(
      new RegExp(`^  ${service}:\\n(?:    .*\\n|      .*\\n)*?    healthcheck: \\*healthcheck`, 'm'),
    );
});

it('passes every variable of the environment to the containers, or says why not', async () => {
  const compose = await readCompose();
  const passed = new Set([...compose.matchAll(/^\s+([A-Z][A-Z0-9_]+):/gm)].map(([, name]) => name));
  const missing = Object.keys(environment.shape).filter((name) => !passed.has(name) && !(name in EXCUSED));
  expect(missing).toEqual([]);
});
