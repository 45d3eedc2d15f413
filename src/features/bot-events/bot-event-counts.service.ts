import { Injectable, Logger } from '@nestjs/common';
import { Config } from '../../config/config.js';
import { GuildsApi } from '../../discord-api/guilds.api.js';
import { HandlesTrigger } from '../../queue/handles.js';
import { GuildsService } from '../guilds/guilds.service.js';
import { BotEventCountsRepository } from './bot-event-counts.repository.js';
import type { BotEventFilter } from './bot-events.repository.js';
import { BotEventsRepository } from './bot-events.repository.js';
import { dayOf, DAY_MS } from './rules/days.js';
import type { BotEventSummary, MemberCount } from './rules/statistics.js';

/** What is read when no time is given. */
const DEFAULT_SPAN_MS = 30 * DAY_MS;
/** A day is added up this long after its end, when nothing of it is on its way to the database any more. */
const SETTLED_MS = 3_600_000;

/** What the bot's reports add up to. A day that is over is added up once, so that its reports may expire. */
@Injectable()
export class BotEventCountsService {
  private readonly logger = new Logger('BotEvents');

  constructor(
    private readonly config: Config,
    private readonly counts: BotEventCountsRepository,
    private readonly events: BotEventsRepository,
    private readonly guilds: GuildsService,
    private readonly discord: GuildsApi,
  ) {}

  /** What happened on Discord in some time, by default the last 30 days. For site admins. */
  async summarize(filter: BotEventFilter): Promise<BotEventSummary> {
    const to = filter.to ?? new Date();
    const from = filter.from ?? new Date(to.getTime() - DEFAULT_SPAN_MS);
    const statistics = await this.counts.read({ ...filter, from, to });
    const named = [filter.guild_id ?? null, ...statistics.by_guild.map(({ key }) => key)];
    const guildIds = [...new Set(named.filter((id) => id !== null))];
    return { from, to, ...statistics, member_counts: await this.memberCounts(guildIds) };
  }

  /** Adds up the days that are over, then lets go of reports that are older than the configuration keeps them. */
  @HandlesTrigger('count_bot_events')
  async rollUp(): Promise<void> {
    const today = dayOf(new Date(Date.now() - SETTLED_MS));
    let day = await this.counts.rolledUntil();
    // Nothing was ever reported.
    if (day === null) return;
    for (; day < today; day = new Date(day.getTime() + DAY_MS)) await this.counts.rollUp(day);
    const keep = dayOf(new Date(Date.now() - this.config.retentionDays.botEvents * DAY_MS));
    const expired = await this.events.deleteBefore(keep < day ? keep : day);
    if (expired > 0)
      this.logger.log(`${String(expired)} reports of the bot have expired; their counts stay.`);
  }

  /** Sets the count of every server's members right by Discord's own. One that fails does not keep the others. */
  @HandlesTrigger('count_members')
  async countMembers(): Promise<void> {
    for await (const guildId of this.guilds.everyId()) {
      try {
        const at = new Date();
        const members = await this.discord.countMembers(guildId);
        if (members !== null) await this.counts.setMembers(guildId, members, at);
      } catch (error) {
        this.logger.warn({ err: error, guild_id: guildId }, 'Discord did not say how many members there are');
      }
    }
  }

  /** Discord's count, and who has joined and left since; without it, those who joined and did not leave. */
  private async memberCounts(guildIds: readonly string[]): Promise<MemberCount[]> {
    const known = await this.counts.membersOf(guildIds);
    const since = await this.counts.joinsLessLeaves(guildIds, known);
    return guildIds.map((guildId) => {
      const count = known.get(guildId);
      return {
        guild_id: guildId,
        member_count: Math.max(0, (count?.member_count ?? 0) + (since.get(guildId) ?? 0)),
        counted_at: count?.counted_at ?? null,
      };
    });
  }
}
