import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { notFound } from '../../common/errors.js';
import { maySee } from '../events/rules/event-visibility.js';
import { toMirrorView, type MirrorView } from './rules/mirror-view.js';
import { DiscordEventsRepository } from './discord-events.repository.js';
import { EventsRepository } from '../events/events.repository.js';
import { OrgMembersRepository } from '../organizations/org-members.repository.js';

/** An event's mirrors, for everyone who may see the event. */
@Injectable()
export class ListMirrors {
  constructor(
    private readonly events: EventsRepository,
    private readonly members: OrgMembersRepository,
    private readonly mirrors: DiscordEventsRepository,
  ) {}

  /** @throws notFound `event_not_found` */
  async execute(actor: Actor, eventId: string): Promise<MirrorView[]> {
    const event = await this.events.findById(eventId);
    if (event === null) throw notFound('event');
    const role = await this.members.findRole(event.org_id, actor.user_id);
    if (!maySee(event, actor, role)) throw notFound('event');
    return (await this.mirrors.listByEvent(eventId)).map(toMirrorView);
  }
}
