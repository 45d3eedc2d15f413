import { Injectable } from '@nestjs/common';
import { DiscordEventsRepository } from './discord-events.repository.js';
import { EventsRepository } from '../events/events.repository.js';
import { GuildsRepository, type DirtyGuild } from '../guilds/guilds.repository.js';
import { EnqueueMirrors } from './enqueue-mirrors.js';
import { MirrorEvent } from './mirror-event.js';

/** Follows a change of a server's registration: shows every current event there, or takes all of them away. */
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
    await this.mirrors.retryFailed(guild.guild_id);
    const eventIds = await this.events.listCurrentIds(guild.org_id, new Date());
    for (const eventId of eventIds) await this.mirrorEvent.execute(eventId, [guild.guild_id]);
    await this.guilds.settle(dirty);
  }

  private async takeAway(dirty: DirtyGuild): Promise<void> {
    const { guild_id } = dirty.guild;
    await this.mirrors.markGuildAbsent(guild_id);
    await this.guilds.settle(dirty);
    await this.enqueue.execute(await this.mirrors.listByGuild(guild_id));
  }
}
