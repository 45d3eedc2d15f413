import { Injectable } from '@nestjs/common';
import { ProcessBotEvents } from '../../features/bot-events/process-bot-events.js';
import { TriggerHandler } from '../job-handler.js';

@Injectable()
export class BotEventsHandler extends TriggerHandler<'bot_events'> {
  readonly name = 'bot_events';

  constructor(private readonly processBotEvents: ProcessBotEvents) {
    super();
  }

  async handle(): Promise<void> {
    await this.processBotEvents.execute();
  }
}
