import { once } from 'node:events';
import { INTERNAL_SECRET, JWT_SECRET } from './app.js';
import { type Program, startProgram } from './process.js';

/** What a process of its own does. */
export type Kind = 'api' | 'bot' | 'worker';

/** What each says once it does its work. */
const READY: Readonly<Record<Kind, string>> = {
  api: 'public port',
  bot: 'Connected to Discord',
  worker: 'private port',
};

/** The built application as any number of processes of each kind, which can be killed. Wants `npm run build`. */
export class Fleet {
  private readonly running = new Map<Program, Kind>();

  constructor(private readonly env: Readonly<Record<string, string>>) {}

  /** Starts one process, and waits until it does its work. */
  async start(kind: Kind, more: Readonly<Record<string, string>> = {}): Promise<Program> {
    const program = this.launch(kind, more);
    await program.printed(READY[kind]);
    return program;
  }

  /** Starts a second bot, which takes over when the first one is gone. */
  async startSpareBot(): Promise<Program> {
    const program = this.launch('bot', {});
    await program.printed('private port');
    return program;
  }

  private launch(kind: Kind, more: Readonly<Record<string, string>>): Program {
    const program = startProgram('src/main.js', {
      NODE_ENV: 'test',
      RUN: kind,
      PORT: '0',
      INTERNAL_PORT: '0',
      JWT_SECRET,
      INTERNAL_API_SECRET: INTERNAL_SECRET,
      RATE_LIMIT: 'off',
      ...this.env,
      ...more,
    });
    this.running.set(program, kind);
    return program;
  }

  /** Ends processes as `kill -9` does: all of them, or those of a kind. @returns what is to be started again */
  async kill(kind?: Kind): Promise<Kind[]> {
    const hit = [...this.running].filter(([, its]) => kind === undefined || its === kind);
    await Promise.all(hit.map(([program]) => end(program, 'SIGKILL')));
    for (const [program] of hit) this.running.delete(program);
    return hit.map(([, its]) => its);
  }

  /** Addresses of the public listeners that are open. */
  get urls(): string[] {
    return [...this.running].flatMap(([{ output }]) => {
      const port = /public port (\d+)/.exec(output.stdout)?.[1];
      return port === undefined ? [] : [`http://127.0.0.1:${port}`];
    });
  }
}

async function end({ child }: Program, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}
