import { ApiProperty } from '@nestjs/swagger';
import type { BotEventType } from '../../features/bot-events/rules/bot-event.js';
import { DiscordId, Integer } from '../openapi/formats.js';

/** How often a type of event happened. */
export class TypeCountView {
  readonly key: BotEventType;
  @Integer() readonly count: number;
}

/** How much happened on a day in UTC. */
export class DayCountView {
  readonly key: string;
  @Integer() readonly count: number;
}

/** How much happened in a server; `null` stands for events without one. */
export class GuildCountView {
  @DiscordId() readonly key: string | null;
  @Integer() readonly count: number;
}

/** How a command fares. */
export class CommandFiguresView {
  readonly command: string;
  @Integer() readonly count: number;
  @Integer() readonly succeeded: number;
  @Integer() readonly failed: number;
  /** 0 to 1. */
  readonly success_rate: number | null;
  readonly average_time_ms: number | null;
  readonly longest_time_ms: number | null;
}

/** How active a member is. */
export class MemberActivityView {
  @DiscordId() readonly discord_id: string;
  @Integer() readonly count: number;
  readonly last_seen_at: Date;
}

/** What the audit trail adds up to in a time. */
export class BotEventStatisticsView {
  readonly from: Date;
  readonly to: Date;
  @Integer() readonly total: number;
  @ApiProperty({ type: [TypeCountView] }) readonly by_type: readonly TypeCountView[];
  @ApiProperty({ type: [DayCountView] }) readonly by_day: readonly DayCountView[];
  @ApiProperty({ type: [GuildCountView] }) readonly by_guild: readonly GuildCountView[];
  @ApiProperty({ type: [CommandFiguresView] }) readonly commands: readonly CommandFiguresView[];
  @ApiProperty({ type: [MemberActivityView] }) readonly members: readonly MemberActivityView[];
}
