import { Injectable } from '@nestjs/common';
import { DiscordEventsRepository } from './discord-events.repository.js';
import { EventEffects } from '../events/event-effects.js';
import { GuildsRepository } from '../guilds/guilds.repository.js';
import { EnqueueMirror } from './enqueue-mirror.js';

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
    private readonly enqueue: EnqueueMirror,
  ) {}

  /** @param only these servers; all of the organization's when not given */
  async execute(eventId: string, only?: readonly string[]): Promise<FanOut> {
    const event = await this.effects.announce(eventId);
    if (event === null) return { guild_ids: [], jobs_queued: 0 };
    const guilds = event.state === 'draft' ? [] : await this.guilds.listByOrg(event.org_id);
    const due: string[] = [];
    for (const { guild_id, sync_enabled } of guilds) {
      if (!sync_enabled || only?.includes(guild_id) === false) continue;
      if (await this.mirrors.markDue(event.id, guild_id, event.shown)) due.push(guild_id);
    }
    if (only === undefined) await this.effects.settle(event);
    let jobs_queued = 0;
    for (const guildId of due) {
      if ((await this.enqueue.execute(event.id, guildId)) !== null) jobs_queued++;
    }
    return { guild_ids: due, jobs_queued };
  }
}
