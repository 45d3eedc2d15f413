import { mkdir } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { projectRoot } from '../paths.js';
import type { Child, StartChild } from '../processes/child.js';
import { freePort } from '../processes/ports.js';

/** Where a local Redis keeps what. */
export interface RedisOptions {
  readonly directory: string;
  readonly logFile: string;
  /** How many numbered databases it has. Default 16. */
  readonly databases?: number;
}

/** A running local Redis. */
export interface LocalRedis {
  readonly child: Child;
  readonly url: string;
}

const readyWithinMs = 10_000;
const pollMs = 20;

/**
 * Starts redis-server on a free loopback port, with an append-only file synced every second. An append-only file
 * cut short by a kill is mended by Redis itself as it starts.
 * @throws Error in plain words when redis-server is missing or does not answer within 10 s.
 */
export async function startRedis(options: RedisOptions, startChild: StartChild): Promise<LocalRedis> {
  await mkdir(options.directory, { recursive: true });
  const port = await freePort();
  const child = await startChild({
    name: 'Redis',
    command: '/bin/sh',
    args: [path.join(projectRoot, 'local/parts/redis-guard.sh'), ...serverArguments(options, port)],
    env: process.env,
    logFile: options.logFile,
    lifeline: 'pipe',
  });
  await answersPing(child, port);
  return { child, url: `redis://127.0.0.1:${String(port)}` };
}

function serverArguments(options: RedisOptions, port: number): string[] {
  const settings = {
    port: String(port),
    bind: '127.0.0.1',
    dir: options.directory,
    databases: String(options.databases ?? 16),
    save: '',
    appendonly: 'yes',
    appendfsync: 'everysec',
    'aof-load-truncated': 'yes',
  };
  return Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
}

/** Redis answers `+PONG` once it has loaded its data; before that, `-LOADING`. */
async function answersPing(child: Child, port: number): Promise<void> {
  let ended: string | undefined;
  void child.exited.then((how) => (ended = how));
  const deadline = Date.now() + readyWithinMs;
  while (!(await ping(port))) {
    if (ended !== undefined) throw new Error(`Redis did not start, it ${ended}:\n${child.lastWords()}`);
    if (Date.now() > deadline) throw new Error(`Redis does not answer:\n${child.lastWords()}`);
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

function ping(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.once('data', (answer) => {
      socket.destroy();
      resolve(answer.toString().startsWith('+PONG'));
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}
