import { Injectable, Logger } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { RedisConnections } from '../../infra/redis.module.js';

/** As long as a signature is good before and after the time that it states. */
const KEPT_MS = 10 * 60_000;
const MOST_KEPT = 50_000;

/** Remembers the interactions that came by HTTP, so that a recorded request is worth nothing a second time. */
@Injectable()
export class InteractionReceipts {
  private readonly logger = new Logger('Interactions');
  private readonly own = new LRUCache<string, true>({ max: MOST_KEPT, ttl: KEPT_MS });

  constructor(private readonly redis: RedisConnections) {}

  /** Whether an interaction comes for the first time, to any process; while Redis is away, to this one. */
  async isFirst(interactionId: string): Promise<boolean> {
    if (this.own.has(interactionId)) return false;
    this.own.set(interactionId, true);
    try {
      const key = `interaction:${interactionId}`;
      return (await this.redis.shared.set(key, '1', 'PX', KEPT_MS, 'NX')) === 'OK';
    } catch (error) {
      this.logger.warn({ err: error }, 'Redis cannot tell whether an interaction came before');
      return true;
    }
  }
}
