import { Global, Injectable, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import { Config } from '../config/config.js';

/** A Redis that takes commands and does not answer is away. */
const SHARED_TIMEOUT_MS = 2_000;

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
    const connection = new Redis(this.config.redisUrl, options);
    connection.on('error', (error: Error) => {
      this.report(error);
    });
    connection.on('ready', () => {
      this.recovered();
    });
    this.connections.push(connection);
    return connection;
  }

  /** Logs an error of a connection, also of one that a library made from ours; the same one only once in a row. */
  report(error: Error): void {
    const fault = describeRedisError(error);
    if (fault === this.fault) return;
    this.fault = fault;
    this.logger.error(fault);
  }

  /** After the queues and workers, which close earlier (`onModuleDestroy`, `beforeApplicationShutdown`). */
  onApplicationShutdown(): void {
    for (const connection of this.connections) connection.disconnect();
  }

  private recovered(): void {
    if (this.fault !== null) this.logger.log('Redis answers again.');
    this.fault = null;
  }
}

/** An error of Redis in plain words: without the address, which may hold a path or a password. */
export function describeRedisError(error: Error): string {
  if (/^(?:WRONGPASS|NOAUTH)\b/.test(error.message))
    return 'Redis refuses the user name or password in REDIS_URL. Work waits until it is mended.';
  if ('code' in error && typeof error.code === 'string')
    return `Redis does not answer (${error.code}). Work waits until it does; check REDIS_URL.`;
  return `Redis: ${error.message}`;
}

/** The connections to Redis. */
@Global()
@Module({ providers: [RedisConnections], exports: [RedisConnections] })
export class RedisModule {}
