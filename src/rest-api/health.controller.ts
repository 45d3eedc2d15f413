import { Controller, Get } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiTags } from '@nestjs/swagger';
import { HealthService } from '../features/health/health.service.js';
import { Public } from './auth/access.decorators.js';
import { DiscordHealthView } from './health.dto.js';

@ApiTags('health')
@Public()
@Controller('api/v1/discord')
export class HealthController {
  constructor(private readonly healthService: HealthService) {}

  /** Tells whether the Discord side works. */
  @Get(['health', 'events/health'])
  @RouteConfig({ rateLimit: false })
  health(): Promise<DiscordHealthView> {
    return this.healthService.discord();
  }
}
