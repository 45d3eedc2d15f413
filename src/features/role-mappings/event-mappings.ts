import { Injectable } from '@nestjs/common';
import type { Event } from '../events/rules/event.js';
import { GuildsService } from '../guilds/guilds.service.js';
import type { Guild } from '../guilds/rules/guild.js';
import { RoleMappingsService } from './role-mappings.service.js';
import { EVENT_ROLE_TYPES } from './rules/event-roles.js';
import type { RoleMapping } from './rules/role-mapping.js';
import { TemporaryRolesService } from './temporary-roles.service.js';

/** The roles that events give to people with a seat: those that admins mapped, and those that were made for one event. */
@Injectable()
export class EventMappings {
  constructor(
    private readonly guilds: GuildsService,
    private readonly mappings: RoleMappingsService,
    private readonly temporary: TemporaryRolesService,
  ) {}

  /** Those of a server by which an event gives roles; none where the event is not the server's. */
  async ofEvent(guildId: string, event: Pick<Event, 'org_id'> | null): Promise<RoleMapping[]> {
    const guild = await this.guilds.find(guildId);
    return guild === null || guild.org_id !== event?.org_id ? [] : this.givingOn([guild]);
  }

  async givingOn(guilds: readonly Guild[]): Promise<RoleMapping[]> {
    const mapped = await this.mappings.givingIn(guilds);
    const made = await this.temporary.madeOn(guilds.map(({ guild_id }) => guild_id));
    return [
      ...mapped,
      ...made.flatMap(({ id, guild_id, event_id, role_id, created_at }): RoleMapping[] => {
        if (role_id === null) return [];
        const times = { registered_at: created_at, created_at, updated_at: created_at };
        const stands = {
          verselink_role_type: 'event_participant',
          verselink_entity_id: event_id,
          rank: null,
        } as const;
        return [
          {
            id,
            guild_id,
            discord_role_id: role_id,
            ...stands,
            auto_assign: true,
            auto_remove: true,
            ...times,
          },
        ];
      }),
    ];
  }

  /** The servers on which an event may give roles. */
  async guildIdsFor({ id, org_id }: Pick<Event, 'id' | 'org_id'>): Promise<string[]> {
    const guilds = await this.guilds.ofOrganization(org_id);
    const mapped = await this.mappings.givingIn(guilds);
    const chosen = await this.temporary.madeOn(guilds.map(({ guild_id }) => guild_id));
    const named = [...mapped, ...chosen.filter(({ event_id }) => event_id === id)];
    const automatic = guilds.filter(({ auto_manage_roles }) => auto_manage_roles);
    return [...new Set([...named, ...automatic].map(({ guild_id }) => guild_id))];
  }

  /** The events that have a role of their own on a server, or are to have one. */
  async eventIdsWithOwnRole(guildId: string): Promise<string[]> {
    return (await this.temporary.madeOn([guildId])).map(({ event_id }) => event_id);
  }

  /** Whether events may give roles on a server. */
  async givesOn(guild: Guild): Promise<boolean> {
    return guild.auto_manage_roles || (await this.givingOn([guild])).length > 0;
  }

  /** Every server on which events may give roles by mappings, or have roles of their own. */
  async guildIds(): Promise<string[]> {
    const mapped = await Promise.all(EVENT_ROLE_TYPES.map((type) => this.mappings.guildIdsOfType(type)));
    return [...new Set([...mapped.flat(), ...(await this.temporary.guildIds())])];
  }

  /** Makes or removes the role that is an event's own on a server. @throws RetryLater · DiscordFailure */
  async prepare(event: Event | null, eventId: string, guildId: string): Promise<void> {
    const guild = await this.guilds.find(guildId);
    await this.temporary.bring(event, guild, { event_id: eventId, guild_id: guildId });
  }
}
