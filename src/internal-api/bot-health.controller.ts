import { Controller, Get } from '@nestjs/common';
import { CheckService, type ServiceHealth } from '../features/health/check-service.js';
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
