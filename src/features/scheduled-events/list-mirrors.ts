import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { notFound } from '../../common/errors.js';
import { EventStandings } from '../access/event-standings.js';
import { maySee } from '../access/rules/event-access.js';
import { toMirrorView, type MirrorView } from './rules/mirror-view.js';
import { DiscordEventsRepository } from './discord-events.repository.js';
import { EventsRepository } from '../events/events.repository.js';

/** An event's mirrors, for everyone who may see the event. */
@Injectable()
export class ListMirrors {
  constructor(
    private readonly events: EventsRepository,
    private readonly standings: EventStandings,
    private readonly mirrors: DiscordEventsRepository,
  ) {}

  /** @throws notFound `event_not_found` */
  async execute(actor: Actor, eventId: string): Promise<MirrorView[]> {
    const event = await this.events.findById(eventId);
    if (event === null) throw notFound('event');
    if (!maySee(event, await this.standings.of(actor, event))) throw notFound('event');
    return (await this.mirrors.listByEvent(eventId)).map(toMirrorView);
  }
}
