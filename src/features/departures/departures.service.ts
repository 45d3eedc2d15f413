import { Injectable } from '@nestjs/common';
import type { KeepsPersonalData, Person } from '../../common/personal-data.js';
import { HandlesTrigger } from '../../queue/handles.js';
import { JobQueue } from '../../queue/job-queue.js';
import { SeatRelease } from '../events/seat-release.js';
import { GuildsService } from '../guilds/guilds.service.js';
import { UsersService } from '../users/users.service.js';
import { DeparturesRepository } from './departures.repository.js';
import { EventServers } from './event-servers.js';

/** For so long somebody who left may come back and finds their seats. */
const GRACE_MS = 3_600_000;

/** Notes who leaves servers that show events; `SeatFreeing` looks after an hour whether they came back. */
@Injectable()
export class DeparturesService implements KeepsPersonalData {
  constructor(
    private readonly departures: DeparturesRepository,
    private readonly guilds: GuildsService,
    private readonly users: UsersService,
    private readonly seats: SeatRelease,
    private readonly servers: EventServers,
    private readonly jobs: JobQueue,
  ) {}

  /** Somebody left a server. */
  async left(guildId: string, discordId: string): Promise<void> {
    const guild = await this.guilds.find(guildId);
    if (guild === null) return;
    const departure = { org_id: guild.org_id, guild_id: guildId, discord_id: discordId };
    await this.departures.note(departure, new Date(Date.now() + GRACE_MS), true);
  }

  /** The gateway connected anew: it is told nothing of who left before. */
  async connected(): Promise<void> {
    await this.jobs.runNow('find_departures');
  }

  /**
   * Finds who left while no one heard of it: people in events to come who were seen on one of the event's servers, and are on none
   * by now. Servers whose members Discord does not list tell nothing.
   */
  @HandlesTrigger('find_departures')
  async find(): Promise<void> {
    const lists = new Map<string, ReadonlySet<string> | null>();
    for await (const { event_id, org_id, user_ids } of this.seats.everyComing()) {
      const guildIds = await this.servers.idsOf(event_id);
      const people = [...(await this.users.findAll(user_ids)).values()];
      for (const { discord_id, seen_on = [] } of people) {
        const known = guildIds.find((guildId) => seen_on.includes(guildId));
        if (known === undefined || (await this.isListed(guildIds, discord_id, lists))) continue;
        const departure = { org_id, guild_id: known, discord_id };
        await this.departures.note(departure, new Date(Date.now() + GRACE_MS), false);
      }
    }
  }

  async exportOf({ discord_id }: Person): Promise<unknown> {
    return this.departures.listOf(discord_id);
  }

  async erase({ discord_id }: Person): Promise<void> {
    await this.departures.removeOf(discord_id);
  }

  /** Whether somebody is, or may be, on one of these servers. @param lists what was read of them before */
  private async isListed(
    guildIds: readonly string[],
    discordId: string,
    lists: Map<string, ReadonlySet<string> | null>,
  ): Promise<boolean> {
    for (const guildId of guildIds) {
      if (!lists.has(guildId)) lists.set(guildId, await this.servers.membersOf(guildId));
      if (lists.get(guildId)?.has(discordId) !== false) return true;
    }
    return false;
  }
}
