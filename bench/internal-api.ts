import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Agent, request } from 'undici';
import { INTERNAL_SECRET, JWT_SECRET } from '../test/support/app.js';
import { openDatabases } from '../test/support/databases.js';

// `npm run build && npx vitest run --config bench/vitest.config.ts internal-api`: the backend's internal API against the
// floor of bench/support/internal-floor.mjs, in turn, in one run. Only the ratios carry over to another day.

const ROOT = path.resolve(import.meta.dirname, '..');
const CONNECTIONS = 50;
const WARM_UP_MS = 1_000;
const ROUND_MS = 2_000;
const ROUNDS = 3;

interface Contestant {
  readonly name: string;
  readonly child: ChildProcess;
  readonly url: string;
}

interface Figures {
  readonly per_second: number;
  readonly cpu_us: number;
  readonly p50_ms: number;
  readonly p99_ms: number;
}

async function start(name: string, args: string[], env: Record<string, string>): Promise<Contestant> {
  const port = await freePort();
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '', ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.resume();
  const url = `http://127.0.0.1:${String(port)}`;
  const headers = { authorization: `Bearer ${INTERNAL_SECRET}` };
  const isUp = () =>
    fetch(`${url}/internal/health`, { headers }).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isUp())) await sleep(100);
  return { name, child, url };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '::');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Microseconds of the processor that a process has used. */
function cpuOf({ child }: Contestant): number {
  const fields =
    readFileSync(`/proc/${String(child.pid)}/stat`, 'utf8')
      .split(') ')[1]
      ?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

async function measure(
  contestant: Contestant,
  send: (url: string) => Promise<void>,
  ms: number,
): Promise<Figures> {
  const times: number[] = [];
  const began = performance.now();
  const used = cpuOf(contestant);
  const lane = async (): Promise<void> => {
    while (performance.now() - began < ms) {
      const at = performance.now();
      await send(contestant.url);
      times.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, lane));
  const seconds = (performance.now() - began) / 1_000;
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  return {
    per_second: Math.round(times.length / seconds),
    cpu_us: Math.round((cpuOf(contestant) - used) / times.length),
    p50_ms: Math.round(at(0.5) * 10) / 10,
    p99_ms: Math.round(at(0.99) * 10) / 10,
  };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

it('measures the internal API against its floor', async () => {
  const databases = await openDatabases();
  const agent = new Agent({ connections: CONNECTIONS, pipelining: 1 });
  const headers = { authorization: `Bearer ${INTERNAL_SECRET}`, 'content-type': 'application/json' };
  const body = JSON.stringify({
    event_type: 'command_used',
    discord_id: '123456789012345678',
    metadata: { guild_id: '1394001780148535387', command: '/profile', success: true, execution_time_ms: 12 },
  });
  const send = (method: 'GET' | 'POST', at: string) => async (url: string) => {
    const options = method === 'POST' ? { method, headers, body } : { method, headers };
    const answer = await request(url + at, { ...options, dispatcher: agent });
    await answer.body.dump();
    expect(answer.statusCode).toBe(200);
  };
  const env = {
    NODE_ENV: 'production',
    PUBLIC_URL: 'https://verselink.example.org',
    DISCORD_CLIENT_ID: '100000000000000001',
    DISCORD_CLIENT_SECRET: 'client-secret',
    RUN: 'api',
    INTERNAL_PORT: '0',
    LOG_LEVEL: 'warn',
    MONGODB_URI: databases.mongodbUri,
    REDIS_URL: databases.redisUrl,
    JWT_SECRET,
    INTERNAL_API_SECRET: INTERNAL_SECRET,
  };
  const contestants = [
    await start('floor', ['bench/support/internal-floor.mjs', databases.mongodbUri, INTERNAL_SECRET], {}),
    await start('VerseLink', ['dist/src/main.js'], env),
    await start('VerseLink, logging', ['dist/src/main.js'], { ...env, LOG_LEVEL: 'info' }),
  ];
  try {
    for (const [title, act] of [
      ['POST /internal/event/notify', send('POST', '/internal/event/notify')],
      ['GET /internal/health', send('GET', '/internal/health')],
    ] as const) {
      const rounds = new Map<Contestant, Figures[]>(contestants.map((contestant) => [contestant, []]));
      for (const contestant of contestants) await measure(contestant, act, WARM_UP_MS);
      for (let round = 0; round < ROUNDS; round++) {
        for (const contestant of contestants)
          rounds.get(contestant)?.push(await measure(contestant, act, ROUND_MS));
      }
      report(title, rounds);
    }
  } finally {
    for (const { child } of contestants) child.kill('SIGKILL');
    await agent.destroy();
    await databases.drop();
  }
});

function report(title: string, rounds: ReadonlyMap<Contestant, readonly Figures[]>): void {
  const rows = [...rounds].map(([{ name }, figures]) => {
    const of = (key: keyof Figures): number => median(figures.map((figure) => figure[key]));
    return {
      name,
      'req/s': of('per_second'),
      'CPU µs': of('cpu_us'),
      'p50 ms': of('p50_ms'),
      'p99 ms': of('p99_ms'),
    };
  });
  const floor = rows[0];
  console.log(title);
  console.table(
    rows.map((row) => ({
      ...row,
      'of the floor': floor === undefined ? 0 : Math.round((row['req/s'] / floor['req/s']) * 100) / 100,
      'CPU of the floor': floor === undefined ? 0 : Math.round((row['CPU µs'] / floor['CPU µs']) * 100) / 100,
    })),
  );
}
