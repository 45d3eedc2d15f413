import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsArray, IsDate, IsIn, IsInt, IsNumber, IsString, ValidateNested } from 'class-validator';
import { BOT_EVENT_TYPES, type BotEventType } from '../../features/bot-events/rules/bot-event.js';
import { Nullable, Snowflake } from '../validation/decorators.js';

/** How often a type of event happened. */
export class TypeCountView {
  @IsIn(BOT_EVENT_TYPES) readonly key: BotEventType;
  @IsInt() readonly count: number;
}

/** How much happened on a day in UTC. */
export class DayCountView {
  @IsString() readonly key: string;
  @IsInt() readonly count: number;
}

/** How much happened in a server; `null` stands for events without one. */
export class GuildCountView {
  @Nullable() @Snowflake() readonly key: string | null;
  @IsInt() readonly count: number;
}

/** How a command fares. */
export class CommandFiguresView {
  @IsString() readonly command: string;
  @IsInt() readonly count: number;
  @IsInt() readonly succeeded: number;
  @IsInt() readonly failed: number;
  /** 0 to 1. */
  @Nullable() @IsNumber() readonly success_rate: number | null;
  @Nullable() @IsNumber() readonly average_time_ms: number | null;
  @Nullable() @IsNumber() readonly longest_time_ms: number | null;
}

/** How active a member is. */
export class MemberActivityView {
  @Snowflake() readonly discord_id: string;
  @IsInt() readonly count: number;
  @IsDate() readonly last_seen_at: Date;
}

const Rows = (view: Parameters<typeof Type>[0]): PropertyDecorator =>
  applyDecorators(IsArray(), ValidateNested({ each: true }), Type(view));

/** What the audit trail adds up to in a time. */
export class BotEventStatisticsView {
  @IsDate() readonly from: Date;
  @IsDate() readonly to: Date;
  @IsInt() readonly total: number;
  @Rows(() => TypeCountView) readonly by_type: readonly TypeCountView[];
  @Rows(() => DayCountView) readonly by_day: readonly DayCountView[];
  @Rows(() => GuildCountView) readonly by_guild: readonly GuildCountView[];
  @Rows(() => CommandFiguresView) readonly commands: readonly CommandFiguresView[];
  @Rows(() => MemberActivityView) readonly members: readonly MemberActivityView[];
}
