import { Controller, Get } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiTags } from '@nestjs/swagger';
import { CheckDiscord } from '../../features/health/check-discord.js';
import { Public } from '../auth/access.decorators.js';
import { Answers } from '../openapi/answers.js';
import { DiscordHealthView } from './discord-health.view.js';

@ApiTags('health')
@Public()
@Controller('api/v1/discord')
export class HealthController {
  constructor(private readonly check: CheckDiscord) {}

  @Get(['health', 'events/health'])
  @RouteConfig({ rateLimit: false })
  @Answers(DiscordHealthView)
  health(): Promise<DiscordHealthView> {
    return this.check.execute();
  }
}
