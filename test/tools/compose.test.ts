import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load-config.js';
import { environment } from '../../src/config/environment.js';
import { composeServices, FILLED_IN, hasCompose } from '../support/compose.js';

// deploy/docker-compose.yml, as docker-compose itself reads it. `bin/setup --containers` brings it.

/** Variables that compose rightly does not pass, with the reason. */
const EXCUSED: Readonly<Record<string, string>> = {
  PORT: 'the published port follows it; inside, the containers keep their default',
  INTERNAL_PORT: 'private to the containers',
  REDIS_SENTINELS: 'the Redis of the file is one server',
  REDIS_SENTINEL_PASSWORD: 'the Redis of the file is one server',
};
const PROCESSES = { one: ['verselink'], split: ['api', 'bot', 'worker'] } as const;

it('passes every variable of the environment to the containers, or says why not', async () => {
  const file = path.resolve(import.meta.dirname, '../../deploy/docker-compose.yml');
  const compose = await readFile(file, 'utf8');
  const passed = new Set([...compose.matchAll(/^\s+([A-Z][A-Z0-9_]+):/gm)].map(([, name]) => name));
  const missing = Object.keys(environment.shape).filter((name) => !passed.has(name) && !(name in EXCUSED));
  expect(missing).toEqual([]);
});

describe.skipIf(!hasCompose)('docker-compose', { tags: ['containers'] }, () => {
  it('refuses a .env that lacks what has no safe default', async () => {
    await expect(composeServices(FILLED_IN)).rejects.toThrow('COMPOSE_PROFILES');
    for (const name of Object.keys(FILLED_IN)) {
      const { [name]: _, ...rest } = FILLED_IN;
      await expect(composeServices(rest, 'split')).rejects.toThrow(name);
    }
  });

  it.each(['one', 'split'] as const)(
    'starts what the profile %s names, as the application wants it',
    async (profile) => {
      const services = await composeServices(FILLED_IN, profile);
      expect(Object.keys(services).sort()).toEqual(['mongodb', 'redis', ...PROCESSES[profile]].sort());
      for (const name of PROCESSES[profile]) {
        const service = services[name];
        expect(service).toMatchObject({ init: true, read_only: true, stop_grace_period: '30s' });
        expect(service?.healthcheck?.test.at(-1)).toContain('localhost:3000/health/ready');
        const config = loadConfig(service?.environment ?? {});
        expect([...config.run].join()).toBe(profile === 'one' ? 'api,bot,worker' : name);
        // The public listener faces the world, and bot and worker have no use for the secret of its tokens.
        expect(config.internalOnPublic).toBe(false);
        expect(config.jwtSecrets.length).toBe(config.run.has('api') ? 1 : 0);
      }
    },
  );

  it('bounds the memory and the logs of everything, and gives the databases passwords', async () => {
    const services = await composeServices(FILLED_IN, 'one', 'split', 'tls', 'figures');
    expect(Object.keys(services)).toHaveLength(9);
    for (const [name, { mem_limit: memory, logging }] of Object.entries(services)) {
      expect(Number(memory), name).toBeGreaterThan(0);
      expect(logging.options, name).toEqual({ 'max-size': '10m', 'max-file': '5' });
    }
    expect(services['mongodb']?.environment?.['MONGO_INITDB_ROOT_PASSWORD']).toBe(
      FILLED_IN['MONGODB_PASSWORD'],
    );
    expect(services['redis']?.command).toContain(FILLED_IN['REDIS_PASSWORD']);
  });
});
