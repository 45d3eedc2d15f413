import { Injectable, Logger } from '@nestjs/common';
import { HandlesTrigger } from '../../queue/handles.js';
import { SeatRelease } from '../events/seat-release.js';
import { OrganizationsService } from '../organizations/organizations.service.js';
import type { User } from '../users/rules/user.js';
import { UsersService } from '../users/users.service.js';
import { DeparturesRepository } from './departures.repository.js';
import type { Departure } from './departures.schema.js';
import { EventServers } from './event-servers.js';

/** How soon to look again when Discord did not say who is there. */
const AGAIN_MS = 300_000;
const BATCH = 100;

/**
 * Frees the seats in events to come of people who left, and have not come back to any of the event's servers. Each step may be
 * done twice: a seat is freed by a command with an id of its own, and organizers are told under a key of its own.
 */
@Injectable()
export class SeatFreeing {
  private readonly logger = new Logger('Departures');

  constructor(
    private readonly departures: DeparturesRepository,
    private readonly organizations: OrganizationsService,
    private readonly users: UsersService,
    private readonly seats: SeatRelease,
    private readonly servers: EventServers,
  ) {}

  /** Looks after those whose hour has passed. One that fails is looked at again, and does not hold up the others. */
  @HandlesTrigger('sweep_departures')
  async sweep(): Promise<void> {
    for (const departure of await this.departures.listDue(new Date(), BATCH)) {
      try {
        await this.settle(departure);
        await this.departures.remove(departure);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        this.logger.warn({ org_id: departure.org_id }, `Seats of somebody who left wait: ${reason}`);
        await this.departures.postpone(departure, new Date(Date.now() + AGAIN_MS));
      }
    }
  }

  /** @throws DiscordFailure `wait` when Discord does not answer */
  private async settle(departure: Departure): Promise<void> {
    const { id, org_id, discord_id, event_ids: begun } = departure;
    const user = await this.users.findByDiscordId(discord_id);
    const organization = await this.organizations.find(org_id);
    if (user === null || organization?.free_seats_of_leavers !== true) return;
    const left: string[] = [];
    for (const { id: eventId } of await this.seats.listComing(user.id, org_id)) {
      const guildIds = await this.servers.idsOf(eventId);
      if (await this.servers.isAwayFrom(guildIds, discord_id)) left.push(eventId);
    }
    await this.departures.begin(id, left);
    for (const eventId of new Set([...begun, ...left])) {
      await this.free(departure, user, eventId);
      await this.departures.endOf(id, eventId);
    }
  }

  private async free({ id, guild_id }: Departure, user: User, eventId: string): Promise<void> {
    const key = `left:${id}:${eventId}`;
    const event = await this.seats.release(eventId, user.id, key);
    if (event === null) return;
    await this.servers.tell(await this.servers.idsOf(eventId), guild_id, key, (texts) =>
      texts.left(user.handle, event.title, event.start_at_utc),
    );
  }
}
