import { Injectable } from '@nestjs/common';
import { ScheduledEventsApi } from '../../discord-api/scheduled-events.api.js';
import { GuildsService } from '../guilds/guilds.service.js';
import { DiscordEventsRepository } from './discord-events.repository.js';
import { InteractiveMessagesRepository } from './interactive-messages.repository.js';

/** What a server's comparison began with. */
export interface ServerResync {
  readonly guild_id: string;
  /** How many events are compared with Discord, and shown again where they are not. */
  readonly events: number;
  /** Scheduled events that our bot made and nothing here knows: a person decides what becomes of them. */
  readonly orphans: readonly { readonly id: string; readonly name: string }[];
}

/**
 * For a database that was restored from a backup: nothing that it says of Discord is believed any more. Every mirror is looked
 * at, set right where Discord has something else, and made again where Discord has nothing; the workers do it.
 */
@Injectable()
export class Resync {
  constructor(
    private readonly guilds: GuildsService,
    private readonly mirrors: DiscordEventsRepository,
    private readonly messages: InteractiveMessagesRepository,
    private readonly api: ScheduledEventsApi,
  ) {}

  /** Every registered server. @throws DiscordFailure */
  async *everyServer(): AsyncGenerator<ServerResync> {
    for await (const guildId of this.guilds.everyId()) yield await this.server(guildId);
  }

  /** @throws DiscordFailure */
  async server(guildId: string): Promise<ServerResync> {
    const own = await this.api.listOwn(guildId);
    const kept = await this.mirrors.keptAmong(
      guildId,
      own.map(({ id }) => id),
    );
    await this.messages.doubtServer(guildId);
    const doubted = await this.mirrors.doubtServer(guildId);
    const orphans = own
      .filter(({ id }) => !kept.has(id))
      .map(({ id, fields }) => ({ id, name: fields.name }));
    return { guild_id: guildId, events: doubted.length, orphans };
  }
}
