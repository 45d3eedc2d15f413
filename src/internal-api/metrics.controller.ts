import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { HealthService } from '../features/health/health.service.js';
import { FailsWith, PrivateApi } from './internal-api.decorator.js';

/** `GET /metrics`, on the private listener of every process. */
@Controller('metrics')
@PrivateApi()
export class MetricsController {
  constructor(private readonly health: HealthService) {}

  @Get()
  @FailsWith('Failed to read metrics')
  async read(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { type, text } = await this.health.metrics();
    void reply.header('content-type', type);
    return text;
  }
}
