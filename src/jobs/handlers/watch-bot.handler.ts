import { Injectable } from '@nestjs/common';
import { WatchBot } from '../../features/health/watch-bot.js';
import { TriggerHandler } from '../job-handler.js';

@Injectable()
export class WatchBotHandler extends TriggerHandler<'watch_bot'> {
  readonly name = 'watch_bot';

  constructor(private readonly watchBot: WatchBot) {
    super();
  }

  async handle(): Promise<void> {
    await this.watchBot.execute();
  }
}
