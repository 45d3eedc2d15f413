import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { projectRoot } from '../paths.js';

/** How to start one part of the local stack. */
export interface ChildOptions {
  /** What the person reads, e.g. `MongoDB`. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** The file that takes what the child prints. Appended to. */
  readonly logFile: string;
  /** `ipc`: a Node.js child that watches its channel. `pipe`: a child that watches its standard input. */
  readonly lifeline: 'ipc' | 'pipe';
}

/** A running part of the local stack. */
export interface Child {
  readonly name: string;
  readonly pid: number;
  readonly process: ChildProcess;
  /** Resolves, never rejects, when the process has ended; with how, in words. */
  readonly exited: Promise<string>;
  /** The end of what the child has printed, to show when it failed. */
  lastWords(): string;
  /** Asks it to end, waits, and kills it after `graceMs`. Resolves when it is gone; harmless when it already is. */
  stop(graceMs: number): Promise<void>;
}

/** Starts a child; the stack's own version of it also remembers the child, to stop it. */
export type StartChild = (options: ChildOptions) => Promise<Child>;

const lastWordsBytes = 4000;

/**
 * Starts a child in a process group of its own, so that Ctrl-C in the terminal reaches the supervisor alone and
 * the parts are stopped in order. What ties its life to ours instead is its lifeline, which closes when we die.
 */
export async function startChild(options: ChildOptions): Promise<Child> {
  const log = openSync(options.logFile, 'a');
  const lifeline =
    options.lifeline === 'ipc' ? (['ignore', log, log, 'ipc'] as const) : (['pipe', log, log] as const);
  const child = spawn(options.command, [...options.args], {
    cwd: projectRoot,
    env: options.env,
    stdio: [...lifeline],
    detached: true,
  });
  closeSync(log);
  const exited = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => {
      resolve(signal === null ? `ended with exit code ${String(code)}` : `was ended by ${signal}`);
    });
  });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${options.name} did not start`);
  return {
    name: options.name,
    pid,
    process: child,
    exited,
    lastWords: () => readFileSync(options.logFile, 'utf8').slice(-lastWordsBytes).trim(),
    stop: (graceMs) => stopChild(child, exited, graceMs),
  };
}

async function stopChild(child: ChildProcess, exited: Promise<string>, graceMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const deadline = setTimeout(() => {
    killGroup(child);
  }, graceMs);
  // The child behind a pipe is a guard: closing the pipe tells it, so that it can still pass the order on.
  if (child.stdin === null) child.kill('SIGTERM');
  else child.stdin.end();
  await exited;
  clearTimeout(deadline);
}

/** The child leads its own process group (it is detached): nothing that it started outlives it. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Gone in this very moment.
  }
}
