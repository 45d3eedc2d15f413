import { Controller, Get, Logger } from '@nestjs/common';
import type { ServiceHealth } from '../features/health/rules/service-health.js';
import { HealthService } from '../features/health/health.service.js';
import { BotInternalApi } from './internal-api.decorator.js';

@Controller('internal/health')
@BotInternalApi()
export class BotHealthController {
  private readonly logger = new Logger('InternalApi');

  constructor(private readonly healthService: HealthService) {}

  @Get()
  health(): ServiceHealth {
    this.logger.log('Health check received from backend');
    return this.healthService.bot();
  }
}
