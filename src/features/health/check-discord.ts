import { Injectable } from '@nestjs/common';
import { VERSION } from '../../common/version.js';
import { Config } from '../../config/config.js';
import { HealthRepository } from './health.repository.js';

/** The state of the Discord side as anyone may see it (contract.md §3). */
export interface DiscordHealth {
  readonly status: 'healthy' | 'unhealthy';
  /** `null` when the database does not answer. */
  readonly discord_events_count: number | null;
  readonly bot_token_configured: boolean;
  readonly version: string;
}

/** Tells how the Discord side is, without any secret or inside. */
@Injectable()
export class CheckDiscord {
  constructor(
    private readonly config: Config,
    private readonly database: HealthRepository,
  ) {}

  async execute(): Promise<DiscordHealth> {
    const count = await this.database.countMirrors();
    return {
      status: count === null ? 'unhealthy' : 'healthy',
      discord_events_count: count,
      bot_token_configured: this.config.discordBotToken !== '',
      version: VERSION,
    };
  }
}
