import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import {
  INTERACTION_KINDS,
  type InteractionDay,
  type InteractionKind,
} from '../features/bot-events/rules/interactions.js';
import type { DiscordStatistics, ScheduledEventStatistics } from '../features/health/statistics.service.js';
import { Integer } from './openapi/formats.js';
import { Optional } from './validation/decorators.js';

/** What happened in the last 24 hours. */
class RecentActivityView {
  @Integer() readonly discord_events_created: number;
  @Integer() readonly interactive_messages_sent: number;
  @Integer() readonly interactions: number;
  @Integer() readonly jobs_completed: number;
  @Integer() readonly jobs_failed: number;
}

/** What VerseLink does on Discord, in figures. */
export class DiscordStatisticsView implements DiscordStatistics {
  @Integer() readonly total_guilds: number;
  /** Those in which events are mirrored. */
  @Integer() readonly active_guilds: number;
  @Integer() readonly total_webhooks_sent: number;
  @Integer() readonly total_webhooks_received: number;
  @Integer() readonly pending_jobs: number;
  @Integer() readonly failed_jobs: number;
  @Integer() readonly discord_events_created: number;
  @Integer() readonly interactive_messages_sent: number;
  @ApiProperty({ type: RecentActivityView })
  readonly last_24h_activity: DiscordStatistics['last_24h_activity'];
}

/** Scheduled events, signup messages and what is done with them, in figures. */
export class ScheduledEventStatisticsView implements ScheduledEventStatistics {
  @Integer() readonly total_discord_events: number;
  @Integer() readonly active_discord_events: number;
  @Integer() readonly completed_discord_events: number;
  @Integer() readonly total_interactive_messages: number;
  @Integer() readonly active_interactive_messages: number;
  /** Of the last 24 hours. */
  @Integer() readonly recent_discord_events: number;
  /** Of the last 24 hours. */
  @Integer() readonly recent_interactions: number;
}

/** Query of `GET /discord/stats/interactions`. */
export class InteractionsQuery {
  /** How many days, today included. */
  @Optional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(366)
  readonly days: number = 30;
}

/** Interactions of one kind on one day, in UTC. */
export class InteractionDayView implements InteractionDay {
  /** @example 2026-01-07 */
  readonly day: string;
  @ApiProperty({ enum: INTERACTION_KINDS }) readonly kind: InteractionKind;
  @Integer() readonly count: number;
  /** For each hour of the day, from 0 to 23. */
  @ApiProperty({ type: [Number] }) readonly by_hour: readonly number[];
  @Integer() readonly average_ack_ms: number;
  readonly longest_ack_ms: number;
}
