import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { HealthService } from '../features/health/health.service.js';
import { Public } from './auth/access.decorators.js';
import { DiscordHealthView } from './health.dto.js';

@ApiTags('health')
@Public()
@Controller('api/v1/discord')
export class HealthController {
  constructor(private readonly healthService: HealthService) {}

  /**
   * Tells whether the Discord side works.
   * @remarks 503 with the same answer when it does not.
   */
  @Get(['health', 'events/health'])
  @RouteConfig({ rateLimit: false })
  @ApiServiceUnavailableResponse({ type: DiscordHealthView, description: 'It does not work.' })
  async health(@Res({ passthrough: true }) reply: FastifyReply): Promise<DiscordHealthView> {
    const health = await this.healthService.discord();
    if (health.status === 'unhealthy') void reply.code(HttpStatus.SERVICE_UNAVAILABLE);
    return health;
  }
}
