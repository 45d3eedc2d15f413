import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import { Config } from '../config/config.js';

/** A Redis that takes commands and does not answer is away, and the connection is made anew. */
const COMMAND_TIMEOUT_MS = 2_000;

/** The process's connection to Redis for short commands. What blocks or waits in line has one of its own. */
@Module({
  providers: [{ provide: Redis, inject: [Config], useFactory: connect }],
  exports: [Redis],
})
export class RedisModule implements OnApplicationShutdown {
  constructor(private readonly redis: Redis) {}

  onApplicationShutdown(): void {
    this.redis.disconnect();
  }
}

function connect(config: Config): Redis {
  // Fail at once when Redis is away instead of piling up commands: each caller has a way without it.
  const redis = new Redis(config.redisUrl, {
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    commandTimeout: COMMAND_TIMEOUT_MS,
    socketTimeout: COMMAND_TIMEOUT_MS,
  });
  redis.on('error', () => undefined);
  return redis;
}
