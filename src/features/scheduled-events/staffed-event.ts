import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { conflict, invalid, notFound } from '../../common/errors.js';
import type { Event } from '../events/rules/event.js';
import { EventStandings } from '../access/event-standings.js';
import { maySee } from '../access/rules/event-access.js';
import { requireRole } from '../organizations/rules/organization-access.js';
import { EventsRepository } from '../events/events.repository.js';
import { GuildsRepository } from '../guilds/guilds.repository.js';

const NOT_REGISTERED = 'is not registered for the organization of this event';

/** Loads what a request about an event's mirrors needs, for its organization's staff alone. */
@Injectable()
export class StaffedEvent {
  constructor(
    private readonly events: EventsRepository,
    private readonly standings: EventStandings,
    private readonly guilds: GuildsRepository,
  ) {}

  /** @throws notFound `event_not_found` · forbidden · conflict `event_not_published` for a draft */
  async load(actor: Actor, eventId: string): Promise<Event> {
    const event = await this.events.findById(eventId);
    if (event === null) throw notFound('event');
    const standing = await this.standings.of(actor, event);
    if (!maySee(event, standing)) throw notFound('event');
    requireRole(actor, standing.role, 'staff');
    if (event.state === 'draft') throw conflict('event_not_published', 'A draft is not shown on Discord.');
    return event;
  }

  /**
   * The servers to work on.
   * @param wanted all of the organization's when not given
   * @throws invalid when one is not registered for the event's organization
   */
  async guildIds(event: Event, wanted?: readonly string[]): Promise<string[]> {
    const registered = (await this.guilds.listByOrg(event.org_id)).map(({ guild_id }) => guild_id);
    if (wanted === undefined) return registered;
    const unknown = wanted.flatMap((guildId, index) =>
      registered.includes(guildId) ? [] : [{ field: `guild_ids.${index}`, message: NOT_REGISTERED }],
    );
    if (unknown.length > 0) throw invalid(unknown);
    return [...new Set(wanted)];
  }

  /** @throws invalid `guild_id` when the server is not registered for the event's organization */
  async requireGuild(event: Event, guildId: string): Promise<void> {
    const guild = await this.guilds.findByGuildId(guildId);
    if (guild?.org_id !== event.org_id) {
      throw invalid([{ field: 'guild_id', message: NOT_REGISTERED }]);
    }
  }
}
