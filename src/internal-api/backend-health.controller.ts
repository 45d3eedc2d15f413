import { Controller, Get } from '@nestjs/common';
import type { ServiceHealth } from '../features/health/rules/service-health.js';
import { CheckService } from '../features/health/check-service.js';
import { BackendInternalApi } from './internal-api.decorator.js';

@Controller('internal/health')
@BackendInternalApi()
export class BackendHealthController {
  constructor(private readonly check: CheckService) {}

  @Get()
  health(): Promise<ServiceHealth> {
    return this.check.backend();
  }
}
