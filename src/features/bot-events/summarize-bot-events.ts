import { Injectable } from '@nestjs/common';
import type { BotEventStatistics } from './rules/statistics.js';
import { BotEventStatisticsRepository } from './bot-event-statistics.repository.js';
import type { BotEventFilter } from './bot-events.repository.js';

const DEFAULT_SPAN_MS = 30 * 86_400_000;

/** Statistics, and the time that they cover. */
export interface BotEventSummary extends BotEventStatistics {
  readonly from: Date;
  readonly to: Date;
}

/** What happened on Discord in some time, by default the last 30 days. For site admins. */
@Injectable()
export class SummarizeBotEvents {
  constructor(private readonly statistics: BotEventStatisticsRepository) {}

  async execute(filter: BotEventFilter): Promise<BotEventSummary> {
    const to = filter.to ?? new Date();
    const from = filter.from ?? new Date(to.getTime() - DEFAULT_SPAN_MS);
    return { from, to, ...(await this.statistics.read({ ...filter, from, to })) };
  }
}
