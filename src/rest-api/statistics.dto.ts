import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import {
  INTERACTION_KINDS,
  type InteractionDay,
  type InteractionKind,
} from '../features/bot-events/rules/interactions.js';
import { FIGURES_KEPT_MINUTES, type FiguresOfTime } from '../features/health/figures-history.js';
import type { Figures } from '../features/health/rules/figures.js';
import type { DiscordStatistics, ScheduledEventStatistics } from '../features/health/statistics.service.js';
import type { OperationsState, QueueState } from '../features/health/operations.service.js';
import type { HealthStanding } from '../features/health/rules/health-change.js';
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

/** Query of `GET /discord/stats/history`. */
export class FiguresQuery {
  /** How many minutes back. */
  @Optional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(FIGURES_KEPT_MINUTES)
  readonly minutes: number = 180;
}

/** How things went in one step of time. `null`: nothing was measured. */
class FiguresStepView implements Figures {
  /** When the step began. */
  readonly at: Date;
  @Integer() readonly requests: number;
  readonly request_p50_ms: number | null;
  readonly request_p99_ms: number | null;
  /** Interactions of members on Discord. */
  @Integer() readonly clicks: number;
  /** Until their acknowledgement. */
  readonly click_p50_ms: number | null;
  readonly click_p99_ms: number | null;
  /** Calls to Discord's REST API. */
  @Integer() readonly discord_requests: number;
  /** Those of them that Discord refused as too many. */
  @Integer() readonly discord_429s: number;
  /** How long calls waited for their turn within Discord's limits. */
  readonly discord_wait_p50_ms: number | null;
  readonly discord_wait_p99_ms: number | null;
  @Integer() readonly jobs_finished: number;
  /** Those of them that failed for good. */
  @Integer() readonly jobs_failed: number;
  /** Those that waited for a worker, the most at once. */
  @Integer() readonly jobs_waiting: number | null;
  @Integer() readonly jobs_active: number | null;
  /** Those whose time had not come. */
  @Integer() readonly jobs_delayed: number | null;
  /** Mirrors on Discord servers that did not show the latest change. */
  @Integer() readonly mirrors_behind: number | null;
  /** For how long the oldest of them had been due. */
  readonly mirror_lag_seconds: number | null;
}

/** How things went in the last hours. */
export class FiguresView implements FiguresOfTime {
  @Integer() readonly step_minutes: number;
  @ApiProperty({ type: [FiguresStepView] }) readonly items: readonly FiguresStepView[];
}

/** Whether a half of VerseLink is well, as the other one saw it last. */
class HealthStandingView implements HealthStanding {
  @ApiProperty({ enum: ['discord-bot', 'website-backend'] }) readonly service: HealthStanding['service'];
  readonly healthy: boolean;
  readonly since: Date;
}

/** One queue, with how many jobs stand in it. */
class QueueStateView implements QueueState {
  readonly name: string;
  @Integer() readonly waiting: number;
  @Integer() readonly active: number;
  /** Their time has not come. */
  @Integer() readonly delayed: number;
}

/** How the parts of VerseLink are at this moment. */
export class OperationsView implements OperationsState {
  readonly database: boolean;
  readonly redis: boolean;
  @ApiProperty({ type: [HealthStandingView] }) readonly services: readonly HealthStandingView[];
  /** None while Redis does not answer. */
  @ApiProperty({ type: [QueueStateView] }) readonly queues: readonly QueueStateView[];
  /** For how long a call to Discord that came now would wait within its limits; `null` when that is not known. */
  @Integer() readonly discord_backlog_ms: number | null;
}
