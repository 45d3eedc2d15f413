import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { INTERNAL_SECRET, JWT_SECRET } from './app.js';

/** The process ended, by a kill for instance, before it answered: what it was doing may have happened or not. */
export class ProcessEnded extends Error {
  override readonly name = 'ProcessEnded';
}

/** A process refused or failed, and said so. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';

  constructor(readonly error: { readonly name: string; readonly code?: string; readonly message: string }) {
    super(`${error.name} ${error.code ?? ''}: ${error.message}`);
  }
}

interface Reply {
  readonly ready?: true;
  readonly id: number;
  readonly value?: unknown;
  readonly error?: CallFailed['error'];
}

interface Call {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** A program of its own that `serveParent` (roster-program.mjs) makes do what this process says. */
export class CalledProcess {
  private readonly calls = new Map<number, Call>();
  private lastId = 0;
  /** Whether it can be called. */
  alive = true;

  private constructor(readonly child: ChildProcess) {
    child.on('message', (reply: Reply) => this.settle(reply));
    child.on('exit', () => {
      this.alive = false;
      for (const { reject } of this.calls.values()) reject(new ProcessEnded());
      this.calls.clear();
    });
  }

  /** Starts a program on these databases, and waits until it can be called. @param file from the root of the project */
  static async start(
    file: string,
    databases: { readonly mongodbUri: string; readonly redisUrl: string },
  ): Promise<CalledProcess> {
    const child = fork(path.resolve(import.meta.dirname, '../..', file), {
      // Dates arrive as dates.
      serialization: 'advanced',
      execArgv: [],
      env: {
        PATH: process.env['PATH'] ?? '',
        NODE_ENV: 'test',
        RUN: 'api',
        MONGODB_URI: databases.mongodbUri,
        REDIS_URL: databases.redisUrl,
        JWT_SECRET,
        INTERNAL_API_SECRET: INTERNAL_SECRET,
        LOG_LEVEL: 'error',
      },
    });
    const ended = once(child, 'exit').then(() => Promise.reject(new Error(`${file} ended at its start`)));
    await Promise.race([once(child, 'message'), ended]);
    ended.catch(() => undefined);
    return new CalledProcess(child);
  }

  /** @throws ProcessEnded, CallFailed */
  call<T>(part: string, method: string, ...args: unknown[]): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const id = ++this.lastId;
      if (!this.alive) throw new ProcessEnded();
      this.calls.set(id, { resolve: (value) => resolve(value as T), reject });
      this.child.send({ id, part, method, args }, (error) => {
        // The kill was faster than the call.
        if (error !== null && this.calls.delete(id)) reject(new ProcessEnded());
      });
    });
  }

  /** Ends it as `kill -9` does, whatever it is doing. */
  async kill(): Promise<void> {
    if (!this.alive) return;
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
  }

  private settle({ id, value, error }: Reply): void {
    const call = this.calls.get(id);
    this.calls.delete(id);
    if (error === undefined) call?.resolve(value);
    else call?.reject(new CallFailed(error));
  }
}
