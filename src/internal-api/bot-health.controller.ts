import { Controller, Get } from '@nestjs/common';
import type { ServiceHealth } from '../domain/bot/service-health.js';
import { CheckService } from '../features/health/check-service.js';
import { BotInternalApi } from './internal-api.decorator.js';

@Controller('internal/health')
@BotInternalApi()
export class BotHealthController {
  constructor(private readonly check: CheckService) {}

  @Get()
  health(): ServiceHealth {
    return this.check.bot();
  }
}
