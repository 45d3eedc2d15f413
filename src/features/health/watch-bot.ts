import { Injectable } from '@nestjs/common';
import { BotGate } from './rules/bot-gate.js';
import { HealthStatesRepository } from './health-states.repository.js';
import { WatchHealth } from './watch-health.js';

/** The backend's watch over the bot. Whichever process runs it, what was found before is in the database. */
@Injectable()
export class WatchBot {
  constructor(
    private readonly watch: WatchHealth,
    private readonly bot: BotGate,
    private readonly states: HealthStatesRepository,
  ) {}

  async execute(): Promise<void> {
    await this.watch.execute('discord-bot', () => this.bot.health(), this.states);
  }
}
