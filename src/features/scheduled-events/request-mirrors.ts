import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import type { Event } from '../events/rules/event.js';
import { DiscordEventsRepository } from './discord-events.repository.js';
import type { Mirror } from './rules/mirror.js';
import { EnqueueMirrors } from './enqueue-mirrors.js';
import { InteractiveMessagesRepository } from './interactive-messages.repository.js';
import { StaffedEvent } from './staffed-event.js';

/** What a person asks of an event's mirrors. */
export interface MirrorRequest {
  /** All servers of the organization when not given. */
  readonly guild_ids?: readonly string[];
}

/** What was set going. */
export interface MirrorRequestResult {
  readonly event_id: string;
  readonly guild_ids: string[];
  readonly jobs_queued: number;
}

/** Create, update and delete an event's mirrors, as asked for by the organization's staff. */
@Injectable()
export class RequestMirrors {
  constructor(
    private readonly staffed: StaffedEvent,
    private readonly mirrors: DiscordEventsRepository,
    private readonly messages: InteractiveMessagesRepository,
    private readonly enqueue: EnqueueMirrors,
  ) {}

  /** Shows the event on the servers, also where a person had taken it away. */
  async create(actor: Actor, eventId: string, request: MirrorRequest): Promise<MirrorRequestResult> {
    const event = await this.staffed.load(actor, eventId);
    const guildIds = await this.staffed.guildIds(event, request.guild_ids);
    await this.messages.forgetDeleted(event.id, guildIds);
    return this.enqueueAll(event, await this.mirrors.revive(event.id, guildIds, event.shown));
  }

  /** Compares every mirror with the truth again; one that a person took away stays away. */
  async update(actor: Actor, eventId: string, request: MirrorRequest): Promise<MirrorRequestResult> {
    const event = await this.staffed.load(actor, eventId);
    const guildIds = await this.staffed.guildIds(event, request.guild_ids);
    return this.enqueueAll(event, await this.mirrors.markDueAgain(event.id, guildIds));
  }

  /** Takes the event away from the servers. */
  async delete(actor: Actor, eventId: string, request: MirrorRequest): Promise<MirrorRequestResult> {
    const event = await this.staffed.load(actor, eventId);
    const guildIds = await this.staffed.guildIds(event, request.guild_ids);
    return this.enqueueAll(event, await this.mirrors.markAbsent(event.id, guildIds));
  }

  private async enqueueAll(event: Event, mirrors: readonly Mirror[]): Promise<MirrorRequestResult> {
    await this.enqueue.execute(mirrors);
    const guild_ids = mirrors.map(({ guild_id }) => guild_id);
    return { event_id: event.id, guild_ids, jobs_queued: guild_ids.length };
  }
}
