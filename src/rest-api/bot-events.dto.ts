import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import {
  BOT_EVENT_TYPES,
  type BotEvent,
  type BotEventMetadata,
  type BotEventType,
} from '../features/bot-events/rules/bot-event.js';
import { DiscordId, Integer, Uuid } from './openapi/formats.js';
import { PageQuery } from './paging/page.dto.js';
import { Moment, Optional, Snowflake } from './validation/decorators.js';

/** Query of `GET /discord/bot-events`. */
export class BotEventsQuery extends PageQuery {
  @Optional()
  @IsIn(BOT_EVENT_TYPES)
  readonly event_type?: BotEventType;

  @Optional()
  @Snowflake()
  readonly guild_id?: string;

  @Optional()
  @Snowflake()
  readonly discord_id?: string;

  /** With or without the leading slash. */
  @Optional()
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  readonly command?: string;

  /** Received at this time or later. */
  @Optional()
  @Moment()
  readonly from?: Date;

  /** Received before this time. */
  @Optional()
  @Moment()
  readonly to?: Date;
}

/** One entry of the audit trail, as REST shows it. */
export class BotEventView implements BotEvent {
  @Uuid() readonly id: string;
  readonly event_type: BotEventType;
  @DiscordId() readonly discord_id: string;
  @DiscordId() readonly guild_id: string | null;
  readonly command: string | null;
  readonly success: boolean | null;
  readonly execution_time_ms: number | null;
  readonly metadata: BotEventMetadata;
  readonly received_at: Date;
  readonly processed_at: Date | null;
  readonly error: string | null;
}

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

/** How many members a server has: Discord's own count, and who has joined and left since. */
export class MemberCountView {
  @DiscordId() readonly guild_id: string;
  @Integer() readonly member_count: number;
  /** When Discord counted; `null` when only reports are counted. */
  readonly counted_at: Date | null;
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
  @ApiProperty({ type: [MemberCountView] }) readonly member_counts: readonly MemberCountView[];
}
