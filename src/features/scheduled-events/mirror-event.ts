import { Injectable } from '@nestjs/common';
import { DiscordEventsRepository } from './discord-events.repository.js';
import { EventEffects } from '../events/event-effects.js';
import { GuildsRepository } from '../guilds/guilds.repository.js';
import { EnqueueMirrors } from './enqueue-mirrors.js';

/** What was made due. */
export interface FanOut {
  readonly guild_ids: string[];
  readonly jobs_queued: number;
}

/** Makes an event's mirrors due on every server of its organization. Running it twice is harmless. */
@Injectable()
export class MirrorEvent {
  constructor(
    private readonly effects: EventEffects,
    private readonly guilds: GuildsRepository,
    private readonly mirrors: DiscordEventsRepository,
    private readonly enqueue: EnqueueMirrors,
  ) {}

  /** @param only these servers; all of the organization's when not given */
  async execute(eventId: string, only?: readonly string[]): Promise<FanOut> {
    const event = await this.effects.announce(eventId);
    if (event === null) return { guild_ids: [], jobs_queued: 0 };
    const guilds = event.state === 'draft' ? [] : await this.guilds.listByOrg(event.org_id);
    const guildIds = guilds
      .filter(({ guild_id, sync_enabled }) => sync_enabled && only?.includes(guild_id) !== false)
      .map(({ guild_id }) => guild_id);
    const due = await this.mirrors.markDue(event.id, guildIds, event.shown);
    if (only === undefined) await this.effects.settle(event);
    const jobs = await this.enqueue.execute(due);
    return { guild_ids: due.map(({ guild_id }) => guild_id), jobs_queued: jobs.length };
  }
}
