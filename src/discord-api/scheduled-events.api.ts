import { Injectable } from '@nestjs/common';
import {
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  Routes,
  type APIGuildScheduledEvent,
  type APIGuildScheduledEventUser,
  type RESTPatchAPIGuildScheduledEventJSONBody,
  type RESTPostAPIGuildScheduledEventJSONBody,
} from 'discord.js';
import type {
  DiscordStatus,
  FoundScheduledEvent,
  ScheduledEventFields,
} from '../features/scheduled-events/rules/scheduled-event.js';
import { DiscordFailure } from '../common/discord-failure.js';
import { BotUserApi } from './bot-user.api.js';
import { DiscordRest } from './discord-rest.js';

/** Discord's code for a scheduled event that is not there any more. */
const UNKNOWN_SCHEDULED_EVENT = 10070;
const WITH_COUNT = new URLSearchParams({ with_user_count: 'true' });
/** Most people in one answer. */
const PAGE = 100;

/** The body that creates a scheduled event. */
export function scheduledEventBody(fields: ScheduledEventFields): RESTPostAPIGuildScheduledEventJSONBody {
  return {
    name: fields.name,
    description: fields.description,
    scheduled_start_time: fields.scheduled_start_time.toISOString(),
    scheduled_end_time: fields.scheduled_end_time.toISOString(),
    entity_metadata: { location: fields.location },
    entity_type: GuildScheduledEventEntityType.External,
    privacy_level: GuildScheduledEventPrivacyLevel.GuildOnly,
  };
}

/** Discord's guild scheduled events, always EXTERNAL ones. Every method throws `DiscordFailure`. */
@Injectable()
export class ScheduledEventsApi {
  constructor(
    private readonly rest: DiscordRest,
    private readonly botUser: BotUserApi,
  ) {}

  /** The scheduled and running events of a server, with how many are interested. */
  async list(guildId: string): Promise<FoundScheduledEvent[]> {
    const events = await this.rest.get(Routes.guildScheduledEvents(guildId), WITH_COUNT);
    return (events as APIGuildScheduledEvent[]).map(toFoundScheduledEvent);
  }

  /** As `list`, those that our bot created alone. */
  async listOwn(guildId: string): Promise<FoundScheduledEvent[]> {
    const botId = await this.botUser.id();
    return (await this.list(guildId)).filter(({ creator_id }) => creator_id === botId);
  }

  /** As `list`, those that people made alone. */
  async listOthers(guildId: string): Promise<FoundScheduledEvent[]> {
    const botId = await this.botUser.id();
    return (await this.list(guildId)).filter(({ creator_id }) => creator_id !== botId);
  }

  /** One scheduled event, finished ones included; `null` when there is none any more. */
  async find(guildId: string, id: string): Promise<FoundScheduledEvent | null> {
    try {
      const event = await this.rest.get(Routes.guildScheduledEvent(guildId, id), WITH_COUNT);
      return toFoundScheduledEvent(event as APIGuildScheduledEvent);
    } catch (error) {
      if (error instanceof DiscordFailure && error.code === UNKNOWN_SCHEDULED_EVENT) return null;
      throw error;
    }
  }

  /** The ids of the people who are interested, but for our bot, which is so in all that it creates. */
  async listInterested(guildId: string, id: string): Promise<string[]> {
    const botId = await this.botUser.id();
    const found: string[] = [];
    for (let after = '0'; ;) {
      const query = new URLSearchParams({ limit: String(PAGE), after });
      const page = (await this.rest.get(
        Routes.guildScheduledEventUsers(guildId, id),
        query,
      )) as APIGuildScheduledEventUser[];
      found.push(...page.map(({ user }) => user.id).filter((userId) => userId !== botId));
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) return found;
      after = last.user.id;
    }
  }

  async create(guildId: string, fields: ScheduledEventFields): Promise<FoundScheduledEvent> {
    const event = await this.rest.post(Routes.guildScheduledEvents(guildId), scheduledEventBody(fields));
    return toFoundScheduledEvent(event as APIGuildScheduledEvent);
  }

  async edit(guildId: string, id: string, fields: Partial<ScheduledEventFields>): Promise<void> {
    await this.patch(guildId, id, {
      ...(fields.name !== undefined && { name: fields.name }),
      ...(fields.description !== undefined && { description: fields.description }),
      // All of it, because somebody may have moved it into a channel.
      ...(fields.location !== undefined && {
        entity_type: GuildScheduledEventEntityType.External,
        channel_id: null,
        entity_metadata: { location: fields.location },
      }),
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

/** A scheduled event as Discord sends it, in our terms. */
function toFoundScheduledEvent(event: APIGuildScheduledEvent): FoundScheduledEvent {
  return {
    id: event.id,
    guild_id: event.guild_id,
    channel_id: event.channel_id,
    recurring: (event.recurrence_rule ?? null) !== null,
    creator_id: event.creator_id ?? null,
    status: event.status as number as DiscordStatus,
    user_count: event.user_count ?? null,
    fields: {
      name: event.name,
      description: event.description ?? '',
      location: event.entity_metadata?.location ?? '',
      scheduled_start_time: new Date(event.scheduled_start_time),
      scheduled_end_time: new Date(event.scheduled_end_time ?? event.scheduled_start_time),
    },
  };
}
