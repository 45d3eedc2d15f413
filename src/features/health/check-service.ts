import { Injectable } from '@nestjs/common';
import { VERSION } from '../../common/version.js';
import type { ServiceHealth } from './rules/service-health.js';
import { HealthRepository } from './health.repository.js';
import { GatewayState } from './gateway-state.js';

/** Tells whether a half of VerseLink can do its work. */
@Injectable()
export class CheckService {
  constructor(
    private readonly gateway: GatewayState,
    private readonly database: HealthRepository,
  ) {}

  /** The bot is well when it hears Discord. */
  bot(): ServiceHealth {
    return { status: this.gateway.ready ? 'healthy' : 'unhealthy', service: 'discord-bot', version: VERSION };
  }

  /** The backend is well when its database answers. */
  async backend(): Promise<ServiceHealth> {
    const status = (await this.database.answers()) ? 'healthy' : 'unhealthy';
    return { status, service: 'website-backend', version: VERSION };
  }
}
