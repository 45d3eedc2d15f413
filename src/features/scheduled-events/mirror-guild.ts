import { Injectable } from '@nestjs/common';
import { DiscordEventsRepository } from './discord-events.repository.js';
import { EventsRepository } from '../events/events.repository.js';
import { GuildsRepository, type DirtyGuild } from '../guilds/guilds.repository.js';
import type { Guild } from '../guilds/rules/guild.js';
import { EnqueueMirrors } from './enqueue-mirrors.js';
import { MirrorEvent } from './mirror-event.js';

/**
 * Follows a change of a server's registration: shows every current event of its organization there and none of another
 * one, or takes all of them away.
 */
@Injectable()
export class MirrorGuild {
  constructor(
    private readonly guilds: GuildsRepository,
    private readonly events: EventsRepository,
    private readonly mirrors: DiscordEventsRepository,
    private readonly mirrorEvent: MirrorEvent,
    private readonly enqueue: EnqueueMirrors,
  ) {}

  async execute(guildId: string): Promise<void> {
    const dirty = await this.guilds.findDirty(guildId);
    if (dirty === null) return;
    if (dirty.removed) await this.takeAway(dirty);
    else await this.show(dirty);
  }

  private async show(dirty: DirtyGuild): Promise<void> {
    const { guild } = dirty;
    await this.takeAwayForeign(guild);
    await this.mirrors.retryFailed(guild.guild_id);
    const eventIds = await this.events.listCurrentIds(guild.org_id, new Date());
    for (const eventId of eventIds) await this.mirrorEvent.execute(eventId, [guild.guild_id]);
    await this.guilds.settle(dirty);
  }

  /** What an organization showed that has lost the server to another one. */
  private async takeAwayForeign({ guild_id, org_id }: Guild): Promise<void> {
    const shown = (await this.mirrors.listByGuild(guild_id)).map(({ event_id }) => event_id);
    for (const eventId of await this.events.listForeignIds(shown, org_id)) {
      await this.enqueue.execute(await this.mirrors.markAbsent(eventId, [guild_id]));
    }
  }

  private async takeAway(dirty: DirtyGuild): Promise<void> {
    const { guild_id } = dirty.guild;
    await this.mirrors.markGuildAbsent(guild_id);
    await this.guilds.settle(dirty);
    await this.enqueue.execute(await this.mirrors.listByGuild(guild_id));
  }
}
