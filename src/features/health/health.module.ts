import { Module } from '@nestjs/common';
import { HealthRepositoryModule } from '../../repositories/health/health.module.js';
import { CheckDiscord } from './check-discord.js';
import { CheckService } from './check-service.js';
import { GatewayState } from './gateway-state.js';

@Module({
  imports: [HealthRepositoryModule],
  providers: [CheckDiscord, CheckService, GatewayState],
  exports: [CheckDiscord, CheckService, GatewayState],
})
export class HealthModule {}
