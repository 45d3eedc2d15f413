/**
 * How long a process needs from its start until both listeners answer and the gateway is ready, and how much memory it takes
 * when it has been idle, on the embedded MongoDB, a local Redis and the Discord sandbox.
 *
 *     npm run build && node bench/boot.mjs
 *
 * RUN (api,bot,worker) is what the process does, ROUNDS (5) how often it is started, IDLE (20) how many seconds it then idles in the
 * last round; NODE_ARGS go to Node.js, those of `npm run start:prod` if nothing is said. The first start, which builds the indexes, is shown apart.
 * Goals with all roles: ready in less than 2 s, less than 180 MB.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { request } from 'undici';
import { startMongodb } from '../dist/local/parts/mongodb.js';
import { startRedis } from '../dist/local/parts/redis.js';
import { startSandbox } from '../dist/local/parts/sandbox.js';
import { startChild } from '../dist/local/processes/child.js';
import { freePort } from '../dist/local/processes/ports.js';

const {
  RUN = 'api,bot,worker',
  ROUNDS = '5',
  IDLE = '20',
  NODE_ARGS = '--max-semi-space-size=8',
} = process.env;
const SECRET = 'a-secret-for-measuring-of-32-characters';
const POLL_MS = 5;
/** Discord, and the sandbox, let a bot identify once in five seconds. */
const BETWEEN_IDENTIFIES_MS = 5_500;

const home = await mkdtemp(path.join(tmpdir(), 'vl-boot-'));
const logFile = path.join(home, 'log');
const mongodb = await startMongodb(
  { directory: path.join(home, 'mongodb'), socketDirectory: home, logFile },
  startChild,
);
const redis = await startRedis({ directory: path.join(home, 'redis'), logFile }, startChild);
const sandbox = await startSandbox(
  { port: await freePort(), directory: path.join(home, 'sandbox'), logFile },
  startChild,
);
try {
  const first = await boot();
  await first.stop();
  const times = [];
  const processorTimes = [];
  for (let round = 1; round < Number(ROUNDS); round++) {
    const { readyMs, processorMs, stop } = await boot();
    times.push(readyMs);
    processorTimes.push(processorMs);
    await stop();
  }
  const last = await boot();
  times.push(last.readyMs);
  processorTimes.push(last.processorMs);
  await sleep(Number(IDLE) * 1_000);
  const megabytes = await last.megabytes();
  await last.stop();
  console.table([
    {
      RUN,
      'first start, ms': first.readyMs,
      'ready, ms (median)': median(times),
      'slowest, ms': Math.max(...times),
      'processor, ms (median)': median(processorTimes),
      [`idle ${IDLE} s, MB`]: megabytes,
    },
  ]);
} finally {
  await Promise.all([mongodb, redis, sandbox].map(({ child }) => child.stop(5_000)));
  await rm(home, { recursive: true, force: true });
}

async function boot() {
  if (RUN.includes('bot')) await sleep(BETWEEN_IDENTIFIES_MS);
  const [port, internalPort] = [await freePort(), await freePort()];
  const began = performance.now();
  const child = spawn(process.execPath, [...NODE_ARGS.split(' ').filter(Boolean), 'dist/src/main.js'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      ...sandbox.environment,
      RUN,
      PORT: String(port),
      INTERNAL_PORT: String(internalPort),
      MONGODB_URI: mongodb.uri('boot'),
      REDIS_URL: redis.url,
      JWT_SECRET: SECRET,
      INTERNAL_API_SECRET: SECRET,
      BACKEND_INTERNAL_URL: `http://localhost:${String(port)}`,
      BOT_INTERNAL_URL: `http://localhost:${String(internalPort)}`,
    },
  });
  if (RUN.includes('api')) await isHealthy(port);
  if (RUN.includes('bot')) await isHealthy(internalPort);
  if (RUN === 'worker') await answers(internalPort);
  const readyMs = Math.round(performance.now() - began);
  return {
    readyMs,
    processorMs: await processorMs(child.pid),
    megabytes: async () => {
      const status = await readFile(`/proc/${String(child.pid)}/status`, 'utf8');
      return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024);
    },
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** Milliseconds of the processor that a process has used. */
async function processorMs(pid) {
  const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8');
  const fields = stat.split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function median(numbers) {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}

async function isHealthy(port) {
  for (;;) {
    const answer = await ask(port, '/internal/health');
    if (answer?.statusCode === 200 && JSON.parse(answer.text).status === 'healthy') return;
    await sleep(POLL_MS);
  }
}

async function answers(port) {
  while ((await ask(port, '/metrics'))?.statusCode !== 200) await sleep(POLL_MS);
}

async function ask(port, at) {
  try {
    const headers = { authorization: `Bearer ${SECRET}` };
    const { statusCode, body } = await request(`http://127.0.0.1:${String(port)}${at}`, { headers });
    return { statusCode, text: await body.text() };
  } catch {
    return null;
  }
}
