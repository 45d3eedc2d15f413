import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import type { Event } from '../events/rules/event.js';
import { DiscordEventsRepository } from './discord-events.repository.js';
import { ReviveSignupMessage } from './revive-signup-message.js';
import { EnqueueMirror } from './enqueue-mirror.js';
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
    private readonly reviveMessage: ReviveSignupMessage,
    private readonly enqueue: EnqueueMirror,
  ) {}

  /** Shows the event on the servers, also where a person had taken it away. */
  async create(actor: Actor, eventId: string, request: MirrorRequest): Promise<MirrorRequestResult> {
    const event = await this.staffed.load(actor, eventId);
    const guildIds = await this.staffed.guildIds(event, request.guild_ids);
    for (const guildId of guildIds) {
      await this.mirrors.revive(event.id, guildId, event.shown);
      await this.reviveMessage.execute(event.id, guildId);
    }
    return this.enqueueAll(event, guildIds);
  }

  /** Compares every mirror with the truth again; one that a person took away stays away. */
  async update(actor: Actor, eventId: string, request: MirrorRequest): Promise<MirrorRequestResult> {
    const event = await this.staffed.load(actor, eventId);
    const guildIds = await this.staffed.guildIds(event, request.guild_ids);
    const due = await this.mirrors.markDueAgain(event.id, guildIds);
    return this.enqueueAll(event, due);
  }

  /** Takes the event away from the servers. */
  async delete(actor: Actor, eventId: string, request: MirrorRequest): Promise<MirrorRequestResult> {
    const event = await this.staffed.load(actor, eventId);
    const guildIds = await this.staffed.guildIds(event, request.guild_ids);
    const gone = await this.mirrors.markAbsent(event.id, guildIds);
    return this.enqueueAll(event, gone);
  }

  private async enqueueAll(event: Event, guild_ids: string[]): Promise<MirrorRequestResult> {
    for (const guildId of guild_ids) await this.enqueue.execute(event.id, guildId);
    return { event_id: event.id, guild_ids, jobs_queued: guild_ids.length };
  }
}
