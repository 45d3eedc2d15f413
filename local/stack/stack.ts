import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { startApplication } from '../parts/application.js';
import { startMongodb } from '../parts/mongodb.js';
import { startRedis } from '../parts/redis.js';
import { startSandbox } from '../parts/sandbox.js';
import { startChild, type Child, type ChildOptions } from '../processes/child.js';
import { loadSecrets } from '../secrets.js';
import { server } from '../seed/first-server.js';
import { isSet, type Settings } from '../settings.js';
import { claimDataDir, type Claim } from './claim.js';
import { refuseTakenPorts, type WantedPort } from './taken-ports.js';

/** Told as each part comes up, or is late: its name, where it is or what it waits for, and how long it has taken. */
export type OnProgress = (part: string, where: string, ms: number) => void;

/** What each part gets to end in, in the order of stopping. In sum less than the promised five seconds. */
const graceMs: Record<string, number> = { VerseLink: 3500, 'Discord sandbox': 300, Redis: 500, MongoDB: 500 };

/** After this long a person is told where to read what VerseLink waits for: a Discord that refuses its token, say. */
const lateMs = 10_000;

/** The address at which people and programs of this machine find a part. */
export interface Addresses {
  readonly publicUrl: string;
  readonly internalUrl: string;
  /** Undefined when a real Discord is configured. */
  readonly sandboxUrl: string | undefined;
}

/**
 * The local stack: whatever is not configured is started here (MongoDB, Redis, the Discord sandbox), then VerseLink
 * with its environment completed.
 */
export class Stack {
  readonly #children: Child[] = [];
  readonly #filledIn: Record<string, string> = {};
  #claim: Claim | undefined;
  #stopped: Promise<void> | undefined;
  #sandboxUrl: string | undefined;
  #fail: (reason: Error) => void = () => undefined;

  /** Rejects when a part ends although it was not asked to; never resolves. */
  readonly failure = new Promise<never>((_, reject) => (this.#fail = reject));

  constructor(
    private readonly settings: Settings,
    private readonly onProgress: OnProgress,
  ) {
    // It may reject before anyone waits for it, which must not end the process.
    this.failure.catch(() => undefined);
  }

  /** The addresses of what runs. */
  get addresses(): Addresses {
    return {
      publicUrl: `http://localhost:${this.settings.port}`,
      internalUrl: `http://localhost:${this.settings.internalPort}`,
      sandboxUrl: this.#sandboxUrl,
    };
  }

  /** The environment as VerseLink gets it: what the person set, and what was missing. */
  get environment(): NodeJS.ProcessEnv {
    return { ...this.settings.environment, ...this.#filledIn };
  }

  /** Whether both the database and Discord are ours to fill with examples. */
  get isAllLocal(): boolean {
    return this.#runsHere('MONGODB_URI') && this.#runsHere('DISCORD_BOT_TOKEN');
  }

  /**
   * Brings everything up, one part after the other.
   * @throws Error in plain words when something does not come up. Call `stop` then, too.
   */
  async start(): Promise<void> {
    this.#claim = await claimDataDir(this.settings.dataDir);
    await refuseTakenPorts(this.#wantedPorts());
    await mkdir(path.join(this.settings.dataDir, 'logs'), { recursive: true });
    this.#fillIn(await loadSecrets(this.settings.dataDir));
    this.#fillIn({
      BACKEND_INTERNAL_URL: this.addresses.publicUrl,
      ...(isSet(this.settings.environment, 'DISCORD_BOT_API_URL')
        ? {}
        : { BOT_INTERNAL_URL: this.addresses.internalUrl }),
    });
    await this.#startDatabases();
    if (this.#runsHere('DISCORD_BOT_TOKEN')) await this.#startSandbox();
    await this.#startVerseLink();
  }

  /** Stops what has been started, VerseLink first and the databases last. Harmless when it is called again. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stopAll();
    return this.#stopped;
  }

  async #startDatabases(): Promise<void> {
    if (this.#runsHere('MONGODB_URI')) {
      const took = stopwatch();
      const mongodb = await startMongodb(
        {
          directory: path.join(this.settings.dataDir, 'mongodb'),
          socketDirectory: this.#claimed().runDirectory,
          logFile: this.#logFile('mongodb'),
        },
        this.#startChild,
      );
      const uri = mongodb.uri('verselink');
      this.#fillIn({ MONGODB_URI: uri });
      this.onProgress('MongoDB', uri, took());
    }
    if (this.#runsHere('REDIS_URL')) {
      const took = stopwatch();
      const directory = path.join(this.settings.dataDir, 'redis');
      const redis = await startRedis({ directory, logFile: this.#logFile('redis') }, this.#startChild);
      this.#fillIn({ REDIS_URL: redis.url });
      this.onProgress('Redis', redis.url, took());
    }
  }

  async #startSandbox(): Promise<void> {
    const took = stopwatch();
    const sandbox = await startSandbox(
      {
        port: this.settings.sandboxPort,
        directory: path.join(this.settings.dataDir, 'sandbox'),
        logFile: this.#logFile('sandbox'),
      },
      this.#startChild,
    );
    this.#sandboxUrl = sandbox.url;
    this.#fillIn(sandbox.environment);
    if (this.isAllLocal && !this.#isMainGuildSet()) this.#fillIn({ MAIN_GUILD_ID: server.id });
    this.onProgress('Discord sandbox', sandbox.url, took());
  }

  #isMainGuildSet(): boolean {
    const { environment } = this.settings;
    return isSet(environment, 'MAIN_GUILD_ID') || isSet(environment, 'MODDY_GUILD_ID');
  }

  async #startVerseLink(): Promise<void> {
    const took = stopwatch();
    this.#fillIn({ SHUTDOWN_TIMEOUT: '3' });
    await this.#claimed().save();
    const logFile = this.#logFile('verselink');
    const late = setTimeout(() => {
      this.onProgress('VerseLink', `not up yet; what it waits for stands in ${logFile}`, took());
    }, lateMs);
    await startApplication(
      { port: this.settings.port, environment: this.environment, logFile },
      this.#startChild,
    ).finally(() => clearTimeout(late));
    await this.#claimed().save();
    this.onProgress('VerseLink', `${this.addresses.publicUrl}/api/docs`, took());
  }

  /** Starts a child that is stopped with the stack, also when the stop comes while the child is starting. */
  readonly #startChild = async (options: ChildOptions): Promise<Child> => {
    if (this.#isStopping()) throw new Error('The stack is stopping.');
    const child = await startChild(options);
    this.#children.push(child);
    this.#claimed().stack.children[child.name] = child.pid;
    if (this.#isStopping()) await child.stop(0);
    void child.exited.then((how) => {
      if (this.#isStopping()) return;
      this.#fail(
        new Error(`${child.name} ${how}. Its last words, from ${options.logFile}:\n${child.lastWords()}`),
      );
    });
    return child;
  };

  #isStopping(): boolean {
    return this.#stopped !== undefined;
  }

  async #stopAll(): Promise<void> {
    for (const child of this.#children.toReversed()) await child.stop(graceMs[child.name] ?? 500);
    await this.#claim?.release();
  }

  #wantedPorts(): WantedPort[] {
    const { port, internalPort, sandboxPort } = this.settings;
    return [
      { variable: 'PORT', port, purpose: 'VerseLink' },
      { variable: 'INTERNAL_PORT', port: internalPort, purpose: "VerseLink's internal API" },
      ...(this.#runsHere('DISCORD_BOT_TOKEN')
        ? [{ variable: 'SANDBOX_PORT', port: sandboxPort, purpose: 'the Discord sandbox' }]
        : []),
    ];
  }

  #runsHere(variable: 'MONGODB_URI' | 'REDIS_URL' | 'DISCORD_BOT_TOKEN'): boolean {
    return !isSet(this.settings.environment, variable);
  }

  /** Sets variables for VerseLink that the person has not set. */
  #fillIn(variables: Record<string, string>): void {
    for (const [name, value] of Object.entries(variables)) {
      if (!isSet(this.settings.environment, name)) this.#filledIn[name] = value;
    }
    const secret = /SECRET|TOKEN/;
    const told = Object.entries(this.#filledIn).filter(([name]) => !secret.test(name));
    this.#claimed().stack.environment = Object.fromEntries(told);
  }

  #claimed(): Claim {
    if (this.#claim === undefined) throw new Error('The stack has not been started.');
    return this.#claim;
  }

  #logFile(part: string): string {
    return path.join(this.settings.dataDir, 'logs', `${part}.log`);
  }
}

function stopwatch(): () => number {
  const started = performance.now();
  return () => performance.now() - started;
}
