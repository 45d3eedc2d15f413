import { Global, Injectable, Logger, Module } from '@nestjs/common';
import type { Redis } from 'ioredis';
import type { News, Topic } from '../common/live-topics.js';
import { describeRedisError, RedisConnections, RedisModule } from './redis.module.js';

/** A Redis that does not answer a question within this time is gone, and the connection is made anew. */
const ANSWER_MS = 5_000;

/** What a process does with news. */
export interface NewsListener {
  /** Something changed. */
  readonly news: (news: News) => void;
  /** The connection is there, or is back: there may have been news that was not heard. */
  readonly missed: () => void;
}

/**
 * Carries news between processes by Redis's publish and subscribe. None of it is kept: what was not heard is made good by looking
 * again, as `missed` asks for.
 */
@Injectable()
export class LiveNews {
  private readonly logger = new Logger('Live');
  private readonly channel: string;
  private subscriber: Redis | null = null;

  constructor(private readonly redis: RedisConnections) {
    // Channels, unlike keys, are shared by all databases of a Redis.
    this.channel = `live:${String(redis.shared.options.db ?? 0)}`;
  }

  /** Tells all processes that something changed. Returns at once and never throws. */
  tell(topic: Topic, version: number = Date.now()): void {
    const news: News = { topic, version };
    this.redis.shared.publish(this.channel, JSON.stringify(news)).catch((error: unknown) => {
      this.logger.debug(`News of ${topic} was not told: ${describeRedisError(error as Error)}`);
    });
  }

  /** Hears news, over one connection of its own. To be called once. @returns once Redis has taken the subscription */
  async listen(listener: NewsListener): Promise<void> {
    const subscriber = this.redis.connect({ maxRetriesPerRequest: null, socketTimeout: ANSWER_MS });
    subscriber.on('message', (_channel, text: string) => {
      listener.news(JSON.parse(text) as News);
    });
    this.subscriber = subscriber;
    await new Promise<void>((resolve) => {
      subscriber.on('ready', () => {
        // Only once Redis has taken the subscription is nothing missed any more.
        subscriber.subscribe(this.channel).then(
          () => {
            listener.missed();
            resolve();
          },
          () => undefined,
        );
      });
    });
  }

  /** Finds out whether the connection still lives: one that only listens would never notice that the other side is gone. */
  check(): void {
    // A subscription that stands is answered again; the answer's timeout does the rest.
    if (this.subscriber?.status === 'ready') this.subscriber.subscribe(this.channel).catch(() => undefined);
  }
}

/** News between processes. */
@Global()
@Module({ imports: [RedisModule], providers: [LiveNews], exports: [LiveNews] })
export class LiveNewsModule {}
