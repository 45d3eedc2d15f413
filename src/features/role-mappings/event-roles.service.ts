import { Injectable } from '@nestjs/common';
import { DiscordFailure } from '../../common/discord-failure.js';
import { MembersApi } from '../../discord-api/members.api.js';
import type { JobResult } from '../../queue/handles.js';
import { outcomeOf, PermanentFailure, RetryLater } from '../../queue/rules/outcome.js';
import { EventsService } from '../events/events.service.js';
import type { Event } from '../events/rules/event.js';
import type { EventWithRoster } from '../events/rules/event-record.js';
import { UsersService } from '../users/users.service.js';
import { EventMappings } from './event-mappings.js';
import type { GuildMember } from './role-grants.repository.js';
import { RoleGrantsService } from './role-grants.service.js';
import { RoleTroubles } from './role-troubles.js';
import { RoleTurn } from './role-turn.js';
import { eventIdsOf, membersToLookAt, reasonOf, roleChanges, rolesOfSeat } from './rules/event-roles.js';
import { describeFailures, type FailedRole } from './rules/role-change.js';
import type { WantedRoles } from './rules/role-grants.js';
import type { RoleMapping } from './rules/role-mapping.js';

/** The id of none. */
const NO_EVENT = '';

/** What a run has done. */
interface Tally {
  added: number;
  removed: number;
  readonly failed: Map<string, FailedRole>;
  /** Another process has a member's roles. */
  busy: RetryLater | null;
}

/** How many roles a change of an event would give and take on a server. */
export interface RoleForecast {
  readonly guild_id: string;
  readonly added: number;
  readonly removed: number;
}

/** Makes members' roles on a server match their seats in events. Running it twice is harmless. */
@Injectable()
export class EventRolesService {
  constructor(
    private readonly events: EventsService,
    private readonly mappings: EventMappings,
    private readonly grants: RoleGrantsService,
    private readonly users: UsersService,
    private readonly discord: MembersApi,
    private readonly troubles: RoleTroubles,
  ) {}

  /**
   * Everybody whom one event concerns on one server.
   * @throws RetryLater when Discord is away, or not all members are free · PermanentFailure when a role cannot be changed
   */
  async match(eventId: string, guildId: string): Promise<JobResult> {
    const event = await this.events.findWithRoster(eventId);
    const unmade = await this.prepare(event, eventId, guildId);
    const wanted = await this.wantedBy(event, await this.mappings.ofEvent(guildId, event));
    const members = membersToLookAt(eventId, wanted, await this.grants.notedOn(guildId));
    const result = await this.run(guildId, members, [eventId]);
    if (unmade !== null) throw outcomeOf(unmade);
    return result;
  }

  /** One member on a server, for everything that is noted of them there. @throws as `match` */
  async matchMember({ guild_id, discord_id }: GuildMember): Promise<JobResult> {
    const eventIds = eventIdsOf(await this.grants.notedOf({ guild_id, discord_id }));
    // Without an event there may still be roles to take that stand for nothing any more.
    return this.run(guild_id, [discord_id], eventIds.length === 0 ? [NO_EVENT] : eventIds);
  }

  /** The roles that a change of an event, which is not made yet, would give and take on its servers. */
  async forecast(before: EventWithRoster, after: EventWithRoster): Promise<RoleForecast[]> {
    if (after.state === 'draft') return [];
    const guildIds = await this.mappings.guildIdsFor(after);
    const forecasts = await Promise.all(
      guildIds.map(async (guildId) => {
        const mappings = await this.mappings.ofEvent(guildId, after);
        return { guild_id: guildId, ...roleChanges(before, after, mappings) };
      }),
    );
    return forecasts.filter(({ added, removed }) => added + removed > 0);
  }

  /** @returns why the event's own role was not made or removed; other roles are given all the same @throws RetryLater */
  private async prepare(
    event: Event | null,
    eventId: string,
    guildId: string,
  ): Promise<DiscordFailure | null> {
    try {
      await this.mappings.prepare(event, eventId, guildId);
      return null;
    } catch (error) {
      if (!(error instanceof DiscordFailure)) throw error;
      await this.troubles.unmade(guildId, error);
      return error;
    }
  }

  private async run(
    guildId: string,
    members: readonly string[],
    eventIds: readonly string[],
  ): Promise<JobResult> {
    const tally: Tally = { added: 0, removed: 0, failed: new Map(), busy: null };
    if (members.length > 0) await this.troubles.requireAllowed(guildId);
    const turn = new RoleTurn(this.discord, guildId, `VerseLink: ${eventIds.join(' ')}`);
    try {
      for (const discordId of members)
        for (const eventId of eventIds)
          await this.settle(turn, { guild_id: guildId, discord_id: discordId }, eventId, tally);
    } catch (error) {
      throw error instanceof DiscordFailure ? outcomeOf(error) : error;
    } finally {
      await this.troubles.report(guildId, turn);
    }
    if (tally.busy !== null) throw tally.busy;
    if (tally.failed.size > 0) throw new PermanentFailure(describeFailures([...tally.failed.values()]));
    return { members: members.length, added: tally.added, removed: tally.removed };
  }

  /** One that another process has does not hold up the others. */
  private async settle(turn: RoleTurn, member: GuildMember, eventId: string, tally: Tally): Promise<void> {
    try {
      const outcome = await this.grants.settle(member, () => this.wantOf(member, eventId), turn.change);
      tally.added += outcome.added.length;
      tally.removed += outcome.removed.length;
      for (const failed of outcome.failed_roles) tally.failed.set(failed.role_id, failed);
    } catch (error) {
      if (!(error instanceof RetryLater)) throw error;
      tally.busy = error;
    }
  }

  /** What an event gives to one member, as it is now. */
  private async wantOf({ guild_id, discord_id }: GuildMember, eventId: string): Promise<WantedRoles> {
    const user = await this.users.findByDiscordId(discord_id);
    const found = user && (await this.events.findWithEntry(eventId, user.id));
    const event = found?.event ?? null;
    const mappings = await this.mappings.ofEvent(guild_id, event);
    return { reason: reasonOf(eventId), ...rolesOfSeat(event, found?.entry ?? null, mappings) };
  }

  /** What an event gives, by member; people whom Discord does not know get nothing. */
  private async wantedBy(
    event: EventWithRoster | null,
    mappings: readonly RoleMapping[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    if (event === null || mappings.length === 0) return new Map();
    const seats = event.roster.flatMap((entry) => {
      const { wanted } = rolesOfSeat(event, entry, mappings);
      return wanted.length === 0 ? [] : [[entry.user_id, wanted] as const];
    });
    const users = await this.users.findAll(seats.map(([userId]) => userId));
    return new Map(
      seats.flatMap(([userId, wanted]) => {
        const user = users.get(userId);
        return user === undefined ? [] : [[user.discord_id, wanted] as const];
      }),
    );
  }
}
