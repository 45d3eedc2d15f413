import { Global, Injectable, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { once } from 'node:events';
import { Redis, type RedisOptions, type SentinelConnectionOptions } from 'ioredis';
import { Config } from '../config/config.js';

/** A Redis that takes commands and does not answer is away. */
const SHARED_TIMEOUT_MS = 2_000;
/** ioredis: connect anew, and send the command that was refused again. */
const RECONNECT_AND_RESEND = 2;

/** Modes of a server that cannot hold the queues, and what to do about it. */
const UNUSABLE: Readonly<Record<string, string>> = {
  cluster:
    'REDIS_URL leads to a Redis cluster. VerseLink needs one primary (or Sentinel, REDIS_SENTINELS): a queue lives on one server.',
  sentinel:
    'REDIS_URL leads to a Sentinel. Name the Sentinels in REDIS_SENTINELS, and the primary that they watch in REDIS_URL.',
};

/** What answers at `REDIS_URL` cannot be used. `message` says what to do. */
export class RedisRefused extends Error {
  override readonly name = 'RedisRefused';
}

/** How a connection behaves while Redis is away. */
export interface RedisConnectionOptions {
  /** How often a command is tried again; `null` waits for as long as it takes. */
  readonly maxRetriesPerRequest: number | null;
  /** Whether commands wait for the connection; they do unless this is `false`. */
  readonly enableOfflineQueue?: boolean;
  /** Connects with the first command instead of at once. */
  readonly lazyConnect?: boolean;
  /** How long an answer may take, in milliseconds; not for commands that block. */
  readonly commandTimeout?: number;
  /** A server that is silent for this long, in milliseconds, is gone, and the connection is made anew. */
  readonly socketTimeout?: number;
}

/** Builds every connection to Redis, says once what is wrong with them, and closes them when the process stops. */
@Injectable()
export class RedisConnections implements OnApplicationShutdown {
  private readonly logger = new Logger('Redis');
  private readonly connections: Redis[] = [];
  /** What was said last; `null` while all is well. A lost server would otherwise fill the log with every new attempt. */
  private fault: string | null = null;
  /** What a refused password was answered with last; `null` while none was refused. */
  private refusal: string | null = null;
  /**
   * For short commands. It fails at once when Redis is away instead of piling up commands: each caller has a way without it.
   * What blocks or waits in line takes a connection of its own.
   */
  readonly shared: Redis;

  constructor(private readonly config: Config) {
    this.shared = this.connect({
      maxRetriesPerRequest: 1,
      enableOfflineQueue: false,
      commandTimeout: SHARED_TIMEOUT_MS,
      socketTimeout: SHARED_TIMEOUT_MS,
    });
  }

  /** A connection of its own, which reconnects by itself and is closed with the application. */
  connect(options: RedisConnectionOptions): Redis {
    const connection = new Redis(this.config.redisUrl, { ...options, ...throughSentinels(this.config) });
    connection.on('error', (error: Error) => {
      this.report(error);
    });
    connection.on('ready', () => {
      this.recovered();
    });
    this.connections.push(connection);
    return connection;
  }

  /**
   * Looks at boot whether what answers can be used, and takes our password. One that does not answer is no reason to stop:
   * work waits for it.
   * @throws RedisRefused
   */
  async atBoot(): Promise<void> {
    const mode = await this.serverMode();
    const fault = mode === undefined ? this.refusal : UNUSABLE[mode];
    if (fault !== null && fault !== undefined) throw new RedisRefused(fault);
  }

  /** Logs an error of a connection, also of one that a library made from ours; the same one only once in a row. */
  report(error: Error): void {
    this.refusal = refusalOf(error);
    const fault = describeRedisError(error);
    if (fault === this.fault) return;
    this.fault = fault;
    this.logger.error(fault);
  }

  /** After the queues and workers, which close earlier (`onModuleDestroy`, `beforeApplicationShutdown`). */
  onApplicationShutdown(): void {
    for (const connection of this.connections) connection.disconnect();
  }

  private async serverMode(): Promise<string | undefined> {
    try {
      if (this.shared.status !== 'ready')
        await once(this.shared, 'ready', { signal: AbortSignal.timeout(SHARED_TIMEOUT_MS) });
      return /^redis_mode:(\w+)/m.exec(await this.shared.info('server'))?.[1];
    } catch {
      return undefined;
    }
  }

  private recovered(): void {
    this.refusal = null;
    if (this.fault !== null) this.logger.log('Redis answers again.');
    this.fault = null;
  }
}

type SentinelOptions = Pick<SentinelConnectionOptions, 'sentinels' | 'name' | 'sentinelPassword'> &
  Pick<RedisOptions, 'reconnectOnError'>;

/** With Sentinel, each connection asks where the primary is, and asks again when that one has become a replica. */
function throughSentinels({ redisUrl, redisSentinels, redisSentinelPassword }: Config): SentinelOptions {
  if (redisSentinels.length === 0) return {};
  const { protocol, hostname } = new URL(redisUrl);
  return {
    sentinels: [...redisSentinels],
    name: hostname,
    reconnectOnError: ({ message }) => (message.startsWith('READONLY') ? RECONNECT_AND_RESEND : false),
    ...(redisSentinelPassword !== null && { sentinelPassword: redisSentinelPassword }),
    ...(protocol === 'rediss:' && { enableTLSForSentinelMode: true, tls: {}, sentinelTLS: {} }),
  };
}

/** What a person has to set right before Redis lets us in; `null` when it is no question of passwords. */
function refusalOf({ message }: Error): string | null {
  if (!/\b(?:WRONGPASS|NOAUTH|NOPERM)\b/.test(message)) return null;
  const variable = message.startsWith('All sentinels') ? 'REDIS_SENTINEL_PASSWORD' : 'REDIS_URL';
  return `Redis refuses the user name or password in ${variable}.`;
}

/** An error of Redis in plain words: without the address, which may hold a path or a password. */
export function describeRedisError(error: Error): string {
  const refusal = refusalOf(error);
  if (refusal !== null) return `${refusal} Work waits until it is mended.`;
  if (error.message.startsWith('All sentinels are unreachable'))
    return 'No Sentinel of REDIS_SENTINELS answers, or none knows the primary that REDIS_URL names. Work waits until one does.';
  if ('code' in error && typeof error.code === 'string')
    return `Redis does not answer (${error.code}). Work waits until it does; check REDIS_URL.`;
  return `Redis: ${error.message}`;
}

/** The connections to Redis. */
@Global()
@Module({ providers: [RedisConnections], exports: [RedisConnections] })
export class RedisModule {}
