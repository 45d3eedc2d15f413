import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, PipelineStage, QueryFilter } from 'mongoose';
import { defined } from '../../common/defined.js';
import {
  BOT_EVENT_COUNT_MODEL,
  type BotEventCountDocument,
  MEMBER_COUNT_MODEL,
  type MemberCountDocument,
  ROLL_UP_MODEL,
  type RollUpDocument,
} from './bot-event-counts.schema.js';
import { type BotEventFilter, toQuery } from './bot-events.repository.js';
import { BOT_EVENT_MODEL, type BotEventDocument } from './bot-events.schema.js';
import { DAY_MS, dayName, dayOf, rolledDays, type Span } from './rules/days.js';
import type { BotEventStatistics, CommandFigures, MemberActivity } from './rules/statistics.js';

/** How many servers, commands and members are listed; the busiest come first. */
const TOP = 50;
const MAX_DAYS = 366;

type Facet = PipelineStage.FacetPipelineStage;

/** Adds the audit trail up: of days that are over once and for all, of the others when it is asked for. */
@Injectable()
export class BotEventCountsRepository {
  constructor(
    @InjectModel(BOT_EVENT_MODEL) private readonly events: Model<BotEventDocument>,
    @InjectModel(BOT_EVENT_COUNT_MODEL) private readonly counts: Model<BotEventCountDocument>,
    @InjectModel(ROLL_UP_MODEL) private readonly rollUps: Model<RollUpDocument>,
    @InjectModel(MEMBER_COUNT_MODEL) private readonly members: Model<MemberCountDocument>,
  ) {}

  /** The first day that is not added up; `null` when there is nothing to add. */
  async rolledUntil(): Promise<Date | null> {
    const known = await this.rollUps.findById('bot_events').lean();
    if (known !== null) return known.until;
    const oldest = await this.events.findOne({}, { received_at: 1 }).sort({ received_at: 1 }).lean();
    return oldest && dayOf(oldest.received_at);
  }

  /** Adds one day up. Twice gives the same. */
  async rollUp(day: Date): Promise<void> {
    const until = new Date(day.getTime() + DAY_MS);
    await this.events.aggregate([
      { $match: { received_at: { $gte: day, $lt: until } } },
      ...BY_DAY,
      { $set: { _id: ROW_ID } },
      { $merge: { into: this.counts.collection.name, whenMatched: 'replace' } },
    ]);
    await this.rollUps.updateOne({ _id: 'bot_events' }, { $max: { until } }, { upsert: true });
  }

  /** The figures of one time. Those of one member, whom no roll-up names, are of what the trail still holds. */
  async read({ from, to, ...fields }: BotEventFilter & Span): Promise<BotEventStatistics> {
    const rolled =
      fields.discord_id === undefined ? rolledDays({ from, to }, await this.rolledUntil()) : null;
    const [row] = await this.events.aggregate<StatisticsRow>([
      { $match: { ...toQuery({ ...fields, from, to }), ...(rolled && outside(rolled)) } },
      ...BY_DAY,
      ...(rolled === null ? [] : [this.alsoRolled(fields, rolled)]),
      { $facet: FACETS },
    ]);
    if (row === undefined) throw new Error('a facet always gives one row');
    const { total, commands, ...rest } = row;
    const members = await this.activity({ ...fields, from, to });
    return { total: total[0]?.count ?? 0, commands: commands.map(withRate), ...rest, members };
  }

  /** Notes how many members Discord counted. */
  async setMembers(guildId: string, memberCount: number, countedAt: Date): Promise<void> {
    await this.members.updateOne(
      { _id: guildId },
      { $set: { member_count: memberCount, counted_at: countedAt } },
      { upsert: true },
    );
  }

  /** What Discord counted last, by server. */
  async membersOf(guildIds: readonly string[]): Promise<ReadonlyMap<string, MemberCountDocument>> {
    const counts = await this.members.find({ _id: { $in: guildIds } }).lean();
    return new Map(counts.map((count) => [count._id, count]));
  }

  /** By server, how many more have joined than left: since Discord counted, else ever. */
  async joinsLessLeaves(
    guildIds: readonly string[],
    counted: ReadonlyMap<string, MemberCountDocument>,
  ): Promise<ReadonlyMap<string, number>> {
    const until = (await this.rolledUntil()) ?? new Date(0);
    const uncounted = guildIds.filter((id) => !counted.has(id));
    const eventType = { $in: ['member_joined', 'member_left'] as const };
    const since = guildIds.map((guildId) => ({
      guild_id: guildId,
      received_at: counted.has(guildId) ? { $gt: counted.get(guildId)?.counted_at } : { $gte: until },
    }));
    if (since.length === 0) return new Map();
    const rows = await this.events.aggregate<{ _id: string; net: number }>([
      { $match: { event_type: eventType, $or: since } },
      { $project: { guild_id: 1, event_type: 1, count: { $literal: 1 } } },
      {
        $unionWith: {
          coll: this.counts.collection.name,
          pipeline: [{ $match: { event_type: eventType, guild_id: { $in: uncounted } } }],
        },
      },
      {
        $group: {
          _id: '$guild_id',
          net: {
            $sum: {
              $cond: [{ $eq: ['$event_type', 'member_joined'] }, '$count', { $multiply: ['$count', -1] }],
            },
          },
        },
      },
    ]);
    return new Map(rows.map(({ _id, net }) => [_id, net]));
  }

  private alsoRolled(fields: Omit<BotEventFilter, 'from' | 'to'>, { from, to }: Span): PipelineStage {
    const query: QueryFilter<BotEventCountDocument> = {
      ...defined(fields),
      day: { $gte: dayName(from), $lt: dayName(to) },
    };
    return { $unionWith: { coll: this.counts.collection.name, pipeline: [{ $match: query }] } };
  }

  private async activity(filter: BotEventFilter): Promise<MemberActivity[]> {
    return this.events.aggregate<MemberActivity>([
      { $match: toQuery(filter) },
      { $group: { _id: '$discord_id', count: { $sum: 1 }, last_seen_at: { $max: '$received_at' } } },
      { $sort: { count: -1, _id: 1 } },
      { $limit: TOP },
      { $project: { _id: 0, discord_id: '$_id', count: 1, last_seen_at: 1 } },
    ]);
  }
}

interface StatisticsRow extends Omit<BotEventStatistics, 'total' | 'commands' | 'members'> {
  readonly total: readonly { readonly count: number }[];
  readonly commands: readonly Omit<CommandFigures, 'success_rate'>[];
}

const countOf = (value: boolean) => ({ $sum: { $cond: [{ $eq: ['$success', value] }, 1, 0] } });

/** Events as rows of `bot_event_counts`. */
const BY_DAY: readonly PipelineStage[] = [
  {
    $group: {
      _id: {
        day: { $dateToString: { date: '$received_at', format: '%Y-%m-%d' } },
        event_type: '$event_type',
        guild_id: '$guild_id',
        command: '$command',
      },
      count: { $sum: 1 },
      succeeded: countOf(true),
      failed: countOf(false),
      timed: { $sum: { $cond: [{ $isNumber: '$execution_time_ms' }, 1, 0] } },
      time_ms: { $sum: '$execution_time_ms' },
      longest_time_ms: { $max: '$execution_time_ms' },
    },
  },
  { $replaceRoot: { newRoot: { $mergeObjects: ['$$ROOT', '$_id'] } } },
];

const ROW_ID = {
  $concat: [
    ...['$day', '|', '$event_type', '|'],
    ...[{ $ifNull: ['$guild_id', ''] }, '|', { $ifNull: ['$command', ''] }],
  ],
};

const asCounted: Facet = { $project: { _id: 0, key: '$_id', count: 1 } };
const countBy = (key: string): Facet => ({ $group: { _id: key, count: { $sum: '$count' } } });
const busiestFirst: Facet = { $sort: { count: -1, _id: 1 } };

const FACETS: Record<string, Facet[]> = {
  total: [{ $group: { _id: null, count: { $sum: '$count' } } }],
  by_type: [countBy('$event_type'), busiestFirst, asCounted],
  by_day: [countBy('$day'), { $sort: { _id: -1 } }, { $limit: MAX_DAYS }, asCounted],
  by_guild: [countBy('$guild_id'), busiestFirst, { $limit: TOP }, asCounted],
  commands: [
    { $match: { command: { $ne: null } } },
    {
      $group: {
        _id: '$command',
        count: { $sum: '$count' },
        succeeded: { $sum: '$succeeded' },
        failed: { $sum: '$failed' },
        timed: { $sum: '$timed' },
        time_ms: { $sum: '$time_ms' },
        longest_time_ms: { $max: '$longest_time_ms' },
      },
    },
    busiestFirst,
    { $limit: TOP },
    {
      $project: {
        _id: 0,
        command: '$_id',
        count: 1,
        succeeded: 1,
        failed: 1,
        average_time_ms: { $cond: [{ $eq: ['$timed', 0] }, null, { $divide: ['$time_ms', '$timed'] }] },
        longest_time_ms: 1,
      },
    },
  ],
};

/** Events that are not of these days. */
function outside({ from, to }: Span): QueryFilter<BotEventDocument> {
  return { $nor: [{ received_at: { $gte: from, $lt: to } }] };
}

function withRate(figures: Omit<CommandFigures, 'success_rate'>): CommandFigures {
  const ended = figures.succeeded + figures.failed;
  return { ...figures, success_rate: ended === 0 ? null : figures.succeeded / ended };
}
