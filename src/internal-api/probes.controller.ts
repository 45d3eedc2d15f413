import { Controller, Get, HttpStatus, Res, ServiceUnavailableException } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import {
  type HealthCheckResult,
  HealthCheckService,
  type HealthIndicatorResult,
  HealthIndicatorService,
} from '@nestjs/terminus';
import type { FastifyReply } from 'fastify';
import { PROBE_PATHS } from '../common/listeners.js';
import { Config } from '../config/config.js';
import { HealthService } from '../features/health/health.service.js';
import { Probes } from './internal-api.decorator.js';

/** What a process that asks often may cost: nothing is counted, and overload is no reason to be called dead. */
const Unlimited = (): MethodDecorator => RouteConfig({ rateLimit: false, pressureHandler: () => undefined });

/** For whatever keeps the process running: whether to restart it, and whether to send it work. On both listeners. */
@Controller()
@Probes()
export class ProbesController {
  constructor(
    private readonly config: Config,
    private readonly health: HealthService,
    private readonly check: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
  ) {}

  /** The process runs. What it needs may be away: a restart would not bring that back. */
  @Get(PROBE_PATHS.live)
  @Unlimited()
  live(): { readonly status: 'ok' } {
    return { status: 'ok' };
  }

  /** The process has what its parts cannot do without; Redis is one for the worker alone, the others go on without it. */
  @Get(PROBE_PATHS.ready)
  @Unlimited()
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthCheckResult> {
    const { run } = this.config;
    const parts = [
      () => this.part('mongodb', this.health.databaseAnswers()),
      () => this.part('redis', this.health.redisAnswers(), run.has('worker') ? 'needed' : 'missed'),
      ...(run.has('bot') ? [() => this.discord()] : []),
    ];
    try {
      return await this.check.check(parts);
    } catch (error) {
      if (!(error instanceof ServiceUnavailableException)) throw error;
      void reply.code(HttpStatus.SERVICE_UNAVAILABLE).header('retry-after', '1');
      return error.getResponse() as HealthCheckResult;
    }
  }

  /** A process that stands by is ready to take over. */
  private discord(): HealthIndicatorResult {
    const part = this.indicators.check('discord');
    const role = this.health.gatewayRole();
    return role === 'away' ? part.down() : part.up({ gateway: role });
  }

  private async part(
    name: string,
    works: boolean | Promise<boolean>,
    need: 'needed' | 'missed' = 'needed',
  ): Promise<HealthIndicatorResult> {
    const part = this.indicators.check(name);
    if (await works) return part.up();
    return need === 'needed' ? part.down() : part.degraded();
  }
}
