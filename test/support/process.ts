import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { INTERNAL_SECRET, JWT_SECRET } from './app.js';
import type { TestDatabases } from './databases.js';

const root = path.resolve(import.meta.dirname, '../..');

/** A program of ours, running as a process of its own, from the build. */
export interface Program {
  readonly child: ChildProcess;
  /** What it has printed so far. */
  readonly output: { stdout: string; stderr: string };
  /** Waits until the output contains the text. */
  printed(text: string): Promise<void>;
  /** Waits for its end. */
  exitCode(): Promise<number | null>;
}

/**
 * Starts a program from `dist/` (made by `bin/setup` or `npm run build`) with this environment and no other.
 * @param file below dist, for example `src/main.js`
 */
export function startProgram(file: string, env: Record<string, string>, args: string[] = []): Program {
  return follow(
    spawn(process.execPath, [path.join(root, 'dist', file), ...args], {
      env: { PATH: process.env['PATH'] ?? '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
}

/** Keeps what a program prints, and waits for it. */
export function follow(child: ChildProcessByStdio<null, Readable, Readable>): Program {
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (data: Buffer) => (output.stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output.stderr += data.toString()));
  const ended = once(child, 'close').then(() => child.exitCode);
  return {
    child,
    output,
    exitCode: () => ended,
    printed: async (text) => {
      const isPrinted = () => (output.stdout + output.stderr).includes(text);
      while (!isPrinted()) {
        const end = await Promise.race([ended.then(() => 'end' as const), once(child.stdout, 'data')]);
        if (end === 'end' && !isPrinted())
          throw new Error(`ended without printing ${text}: ${JSON.stringify(output)}`);
      }
    },
  };
}

/**
 * Starts the application as a process of its own, on ports that are free.
 * @param run its `RUN`
 * @param env what it needs besides, for example where Discord is
 */
export function startAppProcess(
  run: string,
  { mongodbUri, redisUrl }: Pick<TestDatabases, 'mongodbUri' | 'redisUrl'>,
  env: Readonly<Record<string, string>>,
): Program {
  return startProgram('src/main.js', {
    NODE_ENV: 'test',
    RUN: run,
    PORT: '0',
    INTERNAL_PORT: '0',
    MONGODB_URI: mongodbUri,
    REDIS_URL: redisUrl,
    JWT_SECRET,
    INTERNAL_API_SECRET: INTERNAL_SECRET,
    RATE_LIMIT: 'off',
    LOG_LEVEL: 'warn',
    ...env,
  });
}
