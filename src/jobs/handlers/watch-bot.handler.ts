import { Injectable } from '@nestjs/common';
import { HealthWatch } from '../../features/health/health-watch.js';
import { TriggerHandler } from '../job-handler.js';

@Injectable()
export class WatchBotHandler extends TriggerHandler<'watch_bot'> {
  readonly name = 'watch_bot';

  constructor(private readonly health: HealthWatch) {
    super();
  }

  async handle(): Promise<void> {
    await this.health.watchBot();
  }
}
