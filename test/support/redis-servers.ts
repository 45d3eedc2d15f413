import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { expect } from 'vitest';
import { freePort } from '../../local/processes/ports.js';
import { eventually } from './eventually.js';
import { temporaryFolder } from './temporary-folder.js';

/** Servers of one test, beside the shared one of the run. */
export interface RedisServers {
  /** Starts redis-server with these lines of configuration. @returns its port, once it answers */
  start(...config: string[]): Promise<number>;
  /** Ends the server on a port as `kill -9` does. */
  kill(port: number): Promise<void>;
  /** Starts the server that was killed again, with what it has on disk. */
  restart(port: number): Promise<void>;
  close(): Promise<void>;
}

/** Gives a test Redis servers of its own: primaries, replicas, Sentinels (`sentinel monitor …`), members of a cluster. */
export async function redisServers(): Promise<RedisServers> {
  const home = await temporaryFolder('vl-redis-');
  const running = new Map<number, ChildProcess>();
  const kill = async (port: number): Promise<void> => {
    const server = running.get(port);
    if (server === undefined || !running.delete(port)) return;
    server.kill('SIGKILL');
    await once(server, 'exit');
  };
  const run = async (port: number, more: readonly string[] = []): Promise<void> => {
    const file = path.join(home, `${String(port)}.conf`);
    running.set(port, spawn('redis-server', [file, ...more], { stdio: 'ignore' }));
    await answers(port);
  };
  return {
    kill,
    restart: run,
    start: async (...config) => {
      const port = await freePort();
      const file = path.join(home, `${String(port)}.conf`);
      const lines = [`port ${String(port)}`, 'bind 127.0.0.1', `dir ${home}`, ...config];
      await writeFile(file, lines.map((line) => `${line}\n`).join(''));
      const isSentinel = config.some((line) => line.startsWith('sentinel '));
      await run(port, isSentinel ? ['--sentinel'] : []);
      return port;
    },
    close: async () => {
      await Promise.all([...running.keys()].map(kill));
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** A server that asks for a password has answered, too. */
async function answers(port: number): Promise<void> {
  await eventually(async () => {
    const socket = connect(port, '127.0.0.1');
    socket.write('PING\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect(answer.toString()).toMatch(/^(?:\+PONG|-NOAUTH)/);
  });
}
