import { Controller, Get } from '@nestjs/common';
import type { ServiceHealth } from '../features/health/rules/service-health.js';
import { HealthService } from '../features/health/health.service.js';
import { BackendInternalApi } from './internal-api.decorator.js';

@Controller('internal/health')
@BackendInternalApi()
export class BackendHealthController {
  constructor(private readonly healthService: HealthService) {}

  @Get()
  health(): Promise<ServiceHealth> {
    return this.healthService.backend();
  }
}
