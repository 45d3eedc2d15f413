import { Injectable } from '@nestjs/common';
import {
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  Routes,
  type APIGuildScheduledEvent,
  type RESTPatchAPIGuildScheduledEventJSONBody,
  type RESTPostAPIGuildScheduledEventJSONBody,
} from 'discord.js';
import type {
  DiscordStatus,
  ScheduledEventFields,
} from '../features/scheduled-events/rules/scheduled-event.js';
import { BotUserApi } from './bot-user.api.js';
import { DiscordRest } from './discord-rest.js';

/** A scheduled event as far as we need it. */
export interface DiscordScheduledEvent {
  readonly id: string;
  readonly description: string;
  readonly status: DiscordStatus;
  readonly user_count: number | null;
}

/** Discord's guild scheduled events, always EXTERNAL ones. Every method throws `DiscordFailure`. */
@Injectable()
export class ScheduledEventsApi {
  constructor(
    private readonly rest: DiscordRest,
    private readonly botUser: BotUserApi,
  ) {}

  /** The scheduled and running events of a server that our bot created, and nobody else. */
  async listOwn(guildId: string): Promise<DiscordScheduledEvent[]> {
    const botId = await this.botUser.id();
    const events = (await this.rest.get(Routes.guildScheduledEvents(guildId))) as APIGuildScheduledEvent[];
    return events.filter(({ creator_id }) => creator_id === botId).map(toScheduledEvent);
  }

  /** One scheduled event, finished ones included. */
  async get(guildId: string, id: string): Promise<DiscordScheduledEvent> {
    const event = await this.rest.get(Routes.guildScheduledEvent(guildId, id));
    return toScheduledEvent(event as APIGuildScheduledEvent);
  }

  async create(guildId: string, fields: ScheduledEventFields): Promise<DiscordScheduledEvent> {
    const body: RESTPostAPIGuildScheduledEventJSONBody = {
      name: fields.name,
      description: fields.description,
      scheduled_start_time: fields.scheduled_start_time.toISOString(),
      scheduled_end_time: fields.scheduled_end_time.toISOString(),
      entity_metadata: { location: fields.location },
      entity_type: GuildScheduledEventEntityType.External,
      privacy_level: GuildScheduledEventPrivacyLevel.GuildOnly,
    };
    const event = await this.rest.post(Routes.guildScheduledEvents(guildId), body);
    return toScheduledEvent(event as APIGuildScheduledEvent);
  }

  async edit(guildId: string, id: string, fields: Partial<ScheduledEventFields>): Promise<void> {
    await this.patch(guildId, id, {
      ...(fields.name !== undefined && { name: fields.name }),
      ...(fields.description !== undefined && { description: fields.description }),
      ...(fields.location !== undefined && { entity_metadata: { location: fields.location } }),
      ...(fields.scheduled_start_time && { scheduled_start_time: fields.scheduled_start_time.toISOString() }),
      ...(fields.scheduled_end_time && { scheduled_end_time: fields.scheduled_end_time.toISOString() }),
    });
  }

  /** Moves to another status; only legal moves (`statusMoves`) may be asked for. */
  async setStatus(guildId: string, id: string, status: DiscordStatus): Promise<void> {
    await this.patch(guildId, id, { status });
  }

  async delete(guildId: string, id: string): Promise<void> {
    await this.rest.delete(Routes.guildScheduledEvent(guildId, id));
  }

  private async patch(
    guildId: string,
    id: string,
    body: RESTPatchAPIGuildScheduledEventJSONBody,
  ): Promise<void> {
    await this.rest.patch(Routes.guildScheduledEvent(guildId, id), body);
  }
}

function toScheduledEvent(event: APIGuildScheduledEvent): DiscordScheduledEvent {
  return {
    id: event.id,
    description: event.description ?? '',
    status: event.status as number as DiscordStatus,
    user_count: event.user_count ?? null,
  };
}
