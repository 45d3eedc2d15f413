import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, PipelineStage } from 'mongoose';
import type { BotEventStatistics, CommandFigures } from './rules/statistics.js';
import { type BotEventFilter, toQuery } from './bot-events.repository.js';
import { BOT_EVENT_MODEL, type BotEventDocument } from './bot-events.schema.js';

/** How many servers, commands and members are listed; the busiest come first. */
const TOP = 50;
const MAX_DAYS = 366;

type Facet = PipelineStage.FacetPipelineStage;

const asCounted: Facet = { $project: { _id: 0, key: '$_id', count: 1 } };
const countBy = (key: unknown): Facet => ({ $group: { _id: key, count: { $sum: 1 } } });
const countOf = (value: boolean) => ({ $sum: { $cond: [{ $eq: ['$success', value] }, 1, 0] } });

/** Adds the audit trail up. There are no counters of their own, so nothing can be counted twice or be lost. */
@Injectable()
export class BotEventStatisticsRepository {
  constructor(@InjectModel(BOT_EVENT_MODEL) private readonly events: Model<BotEventDocument>) {}

  async read(filter: BotEventFilter): Promise<BotEventStatistics> {
    const [row] = await this.events.aggregate<StatisticsRow>([
      { $match: toQuery(filter) },
      { $facet: FACETS },
    ]);
    if (row === undefined) throw new Error('a facet always gives one row');
    const { total, commands, ...rest } = row;
    return { total: total[0]?.count ?? 0, commands: commands.map(withRate), ...rest };
  }
}

interface StatisticsRow extends Omit<BotEventStatistics, 'total' | 'commands'> {
  readonly total: readonly { readonly count: number }[];
  readonly commands: readonly Omit<CommandFigures, 'success_rate'>[];
}

const FACETS: Record<string, Facet[]> = {
  total: [{ $count: 'count' }],
  by_type: [countBy('$event_type'), { $sort: { count: -1, _id: 1 } }, asCounted],
  by_day: [
    countBy({ $dateToString: { date: '$received_at', format: '%Y-%m-%d' } }),
    { $sort: { _id: -1 } },
    { $limit: MAX_DAYS },
    asCounted,
  ],
  by_guild: [countBy('$guild_id'), { $sort: { count: -1, _id: 1 } }, { $limit: TOP }, asCounted],
  commands: [
    { $match: { command: { $ne: null } } },
    {
      $group: {
        _id: '$command',
        count: { $sum: 1 },
        succeeded: countOf(true),
        failed: countOf(false),
        average_time_ms: { $avg: '$execution_time_ms' },
        longest_time_ms: { $max: '$execution_time_ms' },
      },
    },
    { $sort: { count: -1, _id: 1 } },
    { $limit: TOP },
    { $set: { command: '$_id' } },
    { $unset: '_id' },
  ],
  members: [
    { $group: { _id: '$discord_id', count: { $sum: 1 }, last_seen_at: { $max: '$received_at' } } },
    { $sort: { count: -1, _id: 1 } },
    { $limit: TOP },
    { $set: { discord_id: '$_id' } },
    { $unset: '_id' },
  ],
};

function withRate(figures: Omit<CommandFigures, 'success_rate'>): CommandFigures {
  const ended = figures.succeeded + figures.failed;
  return { ...figures, success_rate: ended === 0 ? null : figures.succeeded / ended };
}
