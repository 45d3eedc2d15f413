import { Controller, Get, Logger } from '@nestjs/common';
import type { ServiceHealth } from '../features/health/rules/service-health.js';
import { HealthService } from '../features/health/health.service.js';
import { BotInternalApi } from './internal-api.decorator.js';

@Controller('internal/health')
@BotInternalApi()
export class BotHealthController {
  private readonly logger = new Logger('InternalApi');
  private told: ServiceHealth['status'] | null = null;

  constructor(private readonly healthService: HealthService) {}

  @Get()
  health(): ServiceHealth {
    const health = this.healthService.bot();
    // Checks come every few seconds: those that are answered as before are of no interest.
    if (health.status === this.told) this.logger.debug('Health check received from backend');
    else this.logger.log('Health check received from backend');
    this.told = health.status;
    return health;
  }
}
