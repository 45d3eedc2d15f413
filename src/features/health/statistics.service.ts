import { Injectable } from '@nestjs/common';
import { DiscordJobsService } from '../../queue/discord-jobs.service.js';
import { InteractionsService } from '../bot-events/interactions.service.js';
import { GuildsService } from '../guilds/guilds.service.js';
import { ScheduledEventsService } from '../scheduled-events/scheduled-events.service.js';
import { WebhooksService } from '../webhooks/webhooks.service.js';

const DAY_MS = 86_400_000;

/** What VerseLink does on Discord, in figures. */
export interface DiscordStatistics {
  readonly total_guilds: number;
  readonly active_guilds: number;
  readonly total_webhooks_sent: number;
  readonly total_webhooks_received: number;
  readonly pending_jobs: number;
  readonly failed_jobs: number;
  readonly discord_events_created: number;
  readonly interactive_messages_sent: number;
  readonly last_24h_activity: {
    readonly discord_events_created: number;
    readonly interactive_messages_sent: number;
    readonly interactions: number;
    readonly jobs_completed: number;
    readonly jobs_failed: number;
  };
}

/** Scheduled events, signup messages and what is done with them, in figures. */
export interface ScheduledEventStatistics {
  readonly total_discord_events: number;
  readonly active_discord_events: number;
  readonly completed_discord_events: number;
  readonly total_interactive_messages: number;
  readonly active_interactive_messages: number;
  /** Of the last 24 hours. */
  readonly recent_discord_events: number;
  readonly recent_interactions: number;
}

/** Adds up what the rooms count. For site admins. */
@Injectable()
export class StatisticsService {
  constructor(
    private readonly guilds: GuildsService,
    private readonly scheduledEvents: ScheduledEventsService,
    private readonly webhooks: WebhooksService,
    private readonly jobs: DiscordJobsService,
    private readonly interactions: InteractionsService,
  ) {}

  async discord(): Promise<DiscordStatistics> {
    const since = new Date(Date.now() - DAY_MS);
    const [guilds, webhooks, jobs, events, interactions] = await Promise.all([
      this.guilds.counts(),
      this.webhooks.totals(),
      this.jobs.counts(since),
      this.scheduledEvents.counts(since),
      this.interactions.recent(),
    ]);
    return {
      total_guilds: guilds.registered,
      active_guilds: guilds.mirrored,
      total_webhooks_sent: webhooks.sent,
      total_webhooks_received: webhooks.received,
      pending_jobs: jobs.pending,
      failed_jobs: jobs.failed,
      discord_events_created: events.scheduled_events.total,
      interactive_messages_sent: events.signup_messages.total,
      last_24h_activity: {
        discord_events_created: events.scheduled_events.recent,
        interactive_messages_sent: events.signup_messages.recent,
        interactions,
        jobs_completed: jobs.recently_completed,
        jobs_failed: jobs.recently_failed,
      },
    };
  }

  async scheduled(): Promise<ScheduledEventStatistics> {
    const [events, interactions] = await Promise.all([
      this.scheduledEvents.counts(new Date(Date.now() - DAY_MS)),
      this.interactions.recent(),
    ]);
    return {
      total_discord_events: events.scheduled_events.total,
      active_discord_events: events.scheduled_events.active,
      completed_discord_events: events.scheduled_events.completed,
      total_interactive_messages: events.signup_messages.total,
      active_interactive_messages: events.signup_messages.active,
      recent_discord_events: events.scheduled_events.recent,
      recent_interactions: interactions,
    };
  }
}
