import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { HealthService } from '../features/health/health.service.js';
import type { ServiceHealth } from '../features/health/rules/service-health.js';
import { serveInternally } from './internal-route.js';

const HEALTH = { method: 'GET', url: '/internal/health' } as const;

/** `GET /internal/health` of the backend. */
@Injectable()
export class BackendHealthRoute implements OnModuleInit {
  constructor(
    private readonly health: HealthService,
    private readonly host: HttpAdapterHost<FastifyAdapter>,
  ) {}

  onModuleInit(): void {
    const answer = (): Promise<ServiceHealth> => this.health.backend();
    serveInternally(this.host.httpAdapter, { ...HEALTH, home: 'backend_internal', answer });
  }
}

/** `GET /internal/health` of the bot. */
@Injectable()
export class BotHealthRoute implements OnModuleInit {
  private readonly logger = new Logger('InternalApi');
  private told: ServiceHealth['status'] | null = null;

  constructor(
    private readonly health: HealthService,
    private readonly host: HttpAdapterHost<FastifyAdapter>,
  ) {}

  onModuleInit(): void {
    serveInternally(this.host.httpAdapter, { ...HEALTH, home: 'private', answer: () => this.answer() });
  }

  private answer(): ServiceHealth {
    const health = this.health.bot();
    // Checks come every few seconds: those that are answered as before are of no interest.
    if (health.status === this.told) this.logger.debug('Health check received from backend');
    else this.logger.log('Health check received from backend');
    this.told = health.status;
    return health;
  }
}
