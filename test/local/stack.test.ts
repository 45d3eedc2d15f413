import { Redis } from 'ioredis';
import { createConnection } from 'mongoose';
import { createServer } from 'node:net';
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LocalStack, type Run } from '../support/local-stack.js';

/** Each of these starts the whole stack, some twice, on a machine that may be busy. */
const timeout = 120_000;

let stack: LocalStack;
beforeEach(async () => {
  stack = await LocalStack.create();
});
afterEach(() => stack.dispose(), 30_000);

/** Leaves a mark in both databases of the running stack. */
async function leaveMark(): Promise<void> {
  const { environment } = await stack.stackFile();
  const connection = await createConnection(environment['MONGODB_URI'] ?? '').asPromise();
  await connection.collection('marks').insertOne({ name: 'here' });
  await connection.close();
  const redis = new Redis(environment['REDIS_URL'] ?? '');
  await redis.set('mark', 'here');
  redis.disconnect();
}

/** Which databases of the running stack still have the mark. */
async function marks(): Promise<string[]> {
  const { environment } = await stack.stackFile();
  const connection = await createConnection(environment['MONGODB_URI'] ?? '').asPromise();
  const inMongodb = await connection.collection('marks').countDocuments();
  await connection.close();
  const redis = new Redis(environment['REDIS_URL'] ?? '');
  const inRedis = await redis.get('mark');
  redis.disconnect();
  return [...(inMongodb === 1 ? ['mongodb'] : []), ...(inRedis === 'here' ? ['redis'] : [])];
}

describe('npm start', { timeout }, () => {
  it('stops on Ctrl-C within five seconds, and has its data at the next start, which a part of it ends', async () => {
    const first = await stack.start();
    await leaveMark();
    const { run_directory: runDirectory } = await stack.stackFile();
    const asked = performance.now();
    first.child.kill('SIGINT');
    expect(await first.exitCode).toBe(0);
    // The five seconds are the contract's, kept by killing what is slower; not a measurement.
    expect(performance.now() - asked).toBeLessThan(5000);
    expect(stack.survivors()).toEqual([]);
    expect(existsSync(runDirectory)).toBe(false);
    expect(existsSync(path.join(stack.dataDir, 'stack.json'))).toBe(false);
    const run = await stack.start();
    expect(await marks()).toEqual(['mongodb', 'redis']);

    // It stops everything and says why.
    const { environment } = await stack.stackFile();
    const redis = new Redis(environment['REDIS_URL'] ?? '', { retryStrategy: null });
    redis.on('error', () => undefined);
    await redis.shutdown().catch(() => undefined);
    redis.disconnect();
    expect(await run.exitCode).toBe(1);
    expect(run.stderr).toContain('Redis ended');
    expect(stack.survivors()).toEqual([]);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('stops in order when npm alone gets %s', async (signal) => {
    const npm = await stack.startByNpm();
    npm.child.kill(signal);
    await npm.exitCode;
    expect(npm.stdout).toContain('Stopped after');
    expect(await stack.isGone(5000)).toBe(true);
  });

  it('stops when npm is killed by kill -9', async () => {
    const npm = await stack.startByNpm();
    npm.child.kill('SIGKILL');
    expect(await stack.isGone(10_000)).toBe(true);
    expect(existsSync(path.join(stack.dataDir, 'stack.json'))).toBe(false);
  });

  it('starts again, with its data, after a kill -9 of the whole tree, and then of the supervisor alone', async () => {
    const first = await stack.start();
    await leaveMark();
    const { run_directory: runDirectory } = await stack.stackFile();
    stack.killTree();
    expect(await first.exitCode).toBeNull();
    const second = await stack.start();
    expect(await marks()).toEqual(['mongodb', 'redis']);
    expect(existsSync(runDirectory)).toBe(false);

    second.child.kill('SIGKILL');
    await second.exitCode;
    const third = stack.start();
    expect(await stack.isGone(10_000), 'nothing of the second is left').toBe(true);
    await third;
    expect(await marks()).toEqual(['mongodb', 'redis']);
  });
});

describe('a running stack', { timeout }, () => {
  let shared: LocalStack;
  let running: Run;
  beforeAll(async () => {
    shared = await LocalStack.create('a-long-name-'.repeat(15));
    running = await shared.start();
  }, timeout);
  afterAll(() => shared.dispose(), 30_000);

  it('keeps its secrets to itself', async () => {
    const { mode } = await stat(path.join(shared.dataDir, 'secrets.json'));
    expect(mode & 0o777).toBe(0o600);
    const bot = await shared.stackFile();
    expect(Object.keys(bot.environment).filter((name) => /SECRET|TOKEN/.test(name))).toEqual([]);
  });

  it('refuses a data directory that another stack uses, and leaves that one alone', async () => {
    const second = shared.run('start');
    expect(await second.exitCode).toBe(1);
    expect(second.stderr).toContain(
      `VerseLink already runs on ${shared.dataDir} (process ${String(running.pid)})`,
    );
    expect(await (await fetch(`http://localhost:${shared.ports.SANDBOX_PORT}/`)).text()).not.toBe('');
    expect(existsSync(path.join(shared.dataDir, 'stack.json'))).toBe(true);
  });

  it('has `npm run token` print a bearer token of it, and nothing else', async () => {
    const run = shared.run('token', ['--discord-id', '1160000000000000077', '--handle', 'Nova']);
    expect(await run.exitCode).toBe(0);
    expect(run.stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const response = await fetch(`http://localhost:${shared.ports.PORT}/api/v1/users/me`, {
      headers: { authorization: `Bearer ${run.stdout.trim()}` },
    });
    expect(await response.json()).toMatchObject({ handle: 'Nova' });
  });

  it('has a data directory whose path is too long for a socket', () => {
    expect(shared.dataDir.length).toBeGreaterThan(150);
  });

  it('ends well on SIGTERM', async () => {
    running.child.kill('SIGTERM');
    expect(await running.exitCode).toBe(0);
  });
});

describe('npm start on a taken port', { timeout }, () => {
  it.each(['PORT', 'INTERNAL_PORT', 'SANDBOX_PORT'] as const)(
    'names %s, and starts nothing',
    async (variable) => {
      const neighbour = createServer();
      await new Promise<void>((resolve) => neighbour.listen(stack.ports[variable], '127.0.0.1', resolve));
      const run = stack.run('start');
      expect(await run.exitCode).toBe(1);
      expect(run.stderr).toContain(`Port ${stack.ports[variable]}`);
      expect(run.stderr).toContain(`${variable}=`);
      expect(run.stdout).not.toContain('MongoDB');
      neighbour.close();
    },
  );
});

describe('npm run token', { timeout }, () => {
  it('says what to do when nothing runs', async () => {
    const run = stack.run('token', ['--discord-id', '1160000000000000077']);
    expect(await run.exitCode).toBe(1);
    expect(run.stderr).toContain(`No local stack runs on ${stack.dataDir}. Start it with "npm start"`);
    expect(run.stdout).toBe('');
  });
});
