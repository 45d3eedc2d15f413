import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../local/processes/ports.js';
import { readStackFile, type StackFile } from '../../local/stack/stack-file.js';
import { temporaryFolder } from './temporary-folder.js';

const root = path.resolve(import.meta.dirname, '../..');

/** An `npm start` under test, on ports and in a data directory of its own. */
export class LocalStack {
  readonly #runs: Run[] = [];
  readonly #runDirectories: string[] = [];
  #pids: number[] = [];

  private constructor(
    private readonly home: string,
    readonly dataDir: string,
    readonly ports: Readonly<Record<'PORT' | 'INTERNAL_PORT' | 'SANDBOX_PORT', number>>,
  ) {}

  /** @param below where the data is to be, below a folder that is made */
  static async create(below = ''): Promise<LocalStack> {
    const home = await temporaryFolder('vl-stack-test-');
    const ports = {
      PORT: await freePort(),
      INTERNAL_PORT: await freePort(),
      SANDBOX_PORT: await freePort(),
    };
    return new LocalStack(home, path.join(home, below), ports);
  }

  /** The environment of the commands: nothing configured, whatever this machine's says. */
  get environment(): NodeJS.ProcessEnv {
    return {
      PATH: process.env['PATH'],
      DATA_DIR: this.dataDir,
      PORT: String(this.ports.PORT),
      INTERNAL_PORT: String(this.ports.INTERNAL_PORT),
      SANDBOX_PORT: String(this.ports.SANDBOX_PORT),
    };
  }

  /** Runs a compiled command of local/, e.g. `start`. */
  run(program: string, args: string[] = [], environment = this.environment): Run {
    const file = path.join(root, `dist/local/${program}.js`);
    if (!existsSync(file)) throw new Error('These tests run what is built: npm run build');
    const run = new Run(spawn(process.execPath, [file, ...args], { env: environment, cwd: root }));
    this.#runs.push(run);
    return run;
  }

  /** Runs `start` and waits until everything is up. */
  async start(): Promise<Run> {
    return this.#whenUp(this.run('start'));
  }

  /** Runs `npm start` and waits until everything is up. The run is npm's process, as a person's shell sees it. */
  async startByNpm(): Promise<Run> {
    const npm = new Run(spawn('npm', ['start'], { env: this.environment, cwd: root }));
    this.#runs.push(npm);
    return this.#whenUp(npm);
  }

  async #whenUp(run: Run): Promise<Run> {
    await run.prints('Ctrl-C stops everything');
    const stack = await this.stackFile();
    this.#runDirectories.push(stack.run_directory);
    this.#pids = [stack.pid, ...Object.values(stack.children)];
    return run;
  }

  async stackFile(): Promise<StackFile> {
    const stack = await readStackFile(this.dataDir);
    if (stack === undefined) throw new Error(`no stack.json in ${this.dataDir}`);
    return stack;
  }

  /** The processes of the last start that are still there. Each part leads a process group: its children count. */
  survivors(): number[] {
    return this.#pids.filter((pid) => isAlive(pid) || isAlive(-pid));
  }

  /** Waits until no process of the last start is left. */
  async isGone(withinMs: number): Promise<boolean> {
    const deadline = Date.now() + withinMs;
    while (this.survivors().length > 0 && Date.now() < deadline) await sleep(20);
    return this.survivors().length === 0;
  }

  /** `kill -9` to the supervisor, every part, and everything the parts have started. */
  killTree(): void {
    for (const pid of this.#pids) {
      kill(pid);
      kill(-pid);
    }
  }

  /** Ends whatever the test has left, and removes its data. */
  async dispose(): Promise<void> {
    for (const run of this.#runs) run.child.kill('SIGKILL');
    this.killTree();
    await this.isGone(5000);
    for (const directory of [this.home, ...this.#runDirectories]) {
      await rm(directory, { recursive: true, force: true });
    }
  }
}

/** A running command and what it has printed. */
export class Run {
  stdout = '';
  stderr = '';
  /** The exit code, once it has ended; null when a signal ended it. */
  readonly exitCode: Promise<number | null>;

  constructor(readonly child: ChildProcess) {
    child.stdout?.on('data', (data: Buffer) => (this.stdout += data.toString()));
    child.stderr?.on('data', (data: Buffer) => (this.stderr += data.toString()));
    this.exitCode = new Promise((resolve) => child.once('close', (code) => resolve(code)));
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** Waits until the command has printed this; fails with all its output when it ends before. */
  async prints(text: string): Promise<void> {
    while (!this.stdout.includes(text)) {
      if (this.child.exitCode !== null || this.child.signalCode !== null)
        throw new Error(`ended without printing "${text}":\n${this.stdout}\n${this.stderr}`);
      await sleep(20);
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}
