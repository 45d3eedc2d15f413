import { Injectable } from '@nestjs/common';
import { mirrorLagSeconds, mirrorsBehind, queueJobs, readMetrics } from '../../common/metrics.js';
import { VERSION } from '../../common/version.js';
import { withTimeout } from '../../common/with-timeout.js';
import { Config } from '../../config/config.js';
import { RedisConnections } from '../../infra/redis.module.js';
import { JobQueue } from '../../queue/job-queue.js';
import { ScheduledEventsService } from '../scheduled-events/scheduled-events.service.js';
import { type GatewayRole, GatewayState } from './gateway-state.js';
import { HealthRepository } from './health.repository.js';
import type { ServiceHealth } from './rules/service-health.js';

/** The state of the Discord side as anyone may see it. */
export interface DiscordHealth {
  readonly status: 'healthy' | 'unhealthy';
  /** `null` when the database does not answer. */
  readonly discord_events_count: number | null;
  readonly bot_token_configured: boolean;
  readonly version: string;
}

/** Figures come without what a database that is slower than this would tell. */
const DATABASE_MS = 3_000;

/** Tells how this process and its parts are, without any secret or inside. */
@Injectable()
export class HealthService {
  constructor(
    private readonly config: Config,
    private readonly gateway: GatewayState,
    private readonly database: HealthRepository,
    private readonly jobs: JobQueue,
    private readonly redis: RedisConnections,
    private readonly scheduledEvents: ScheduledEventsService,
  ) {}

  /** How this process stands to Discord's gateway. */
  gatewayRole(): GatewayRole {
    return this.gateway.role;
  }

  /** Never rejects. */
  async databaseAnswers(): Promise<boolean> {
    return this.database.answers();
  }

  /** Never rejects. */
  async redisAnswers(): Promise<boolean> {
    try {
      await this.redis.shared.ping();
      return true;
    } catch {
      return false;
    }
  }

  /** The bot is well when it hears Discord, or stands by for a process that does. */
  bot(): ServiceHealth {
    const { role } = this.gateway;
    return {
      status: role === 'away' ? 'unhealthy' : 'healthy',
      service: 'discord-bot',
      version: VERSION,
      ...(role === 'standby' && { gateway: role }),
    };
  }

  /** The backend is well when its database answers. */
  async backend(): Promise<ServiceHealth> {
    const status = (await this.database.answers()) ? 'healthy' : 'unhealthy';
    return { status, service: 'website-backend', version: VERSION };
  }

  /**
   * The Discord side is well when its mirrors can be counted, the queue that brings them to Discord works, and a bot in this process
   * hears Discord.
   */
  async discord(): Promise<DiscordHealth> {
    const [count, hasQueue] = await Promise.all([this.database.countMirrors(), this.redisAnswers()]);
    const isDeaf = this.config.run.has('bot') && this.gateway.role === 'away';
    return {
      status: count === null || !hasQueue || isDeaf ? 'unhealthy' : 'healthy',
      discord_events_count: count,
      bot_token_configured: this.config.discordBotToken !== '',
      version: VERSION,
    };
  }

  /** The process's figures as Prometheus reads them; without those of a database or queue that is away. */
  async metrics(): Promise<{ readonly type: string; readonly text: string }> {
    queueJobs.reset();
    for (const [state, count] of Object.entries(await this.jobs.depth())) queueJobs.set({ state }, count);
    await this.measureMirrors();
    return readMetrics();
  }

  private async measureMirrors(): Promise<void> {
    mirrorsBehind.reset();
    mirrorLagSeconds.reset();
    try {
      const { behind, lagMs } = await withTimeout(
        this.scheduledEvents.lag(),
        DATABASE_MS,
        'the database did not answer',
      );
      mirrorsBehind.set(behind);
      mirrorLagSeconds.set(lagMs / 1_000);
    } catch {
      mirrorsBehind.set(Number.NaN);
      mirrorLagSeconds.set(Number.NaN);
    }
  }
}
