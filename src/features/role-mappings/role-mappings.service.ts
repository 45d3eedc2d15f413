import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../common/actor.js';
import { decodeCursor, encodeCursor } from '../../common/cursor.js';
import { hiddenAs, invalid, notFound } from '../../common/errors.js';
import { pageOf, type Page } from '../../common/page.js';
import { JobQueue } from '../../queue/job-queue.js';
import { AuditService } from '../audit/audit.service.js';
import type { AuditAction } from '../audit/rules/audit-entry.js';
import { EventsService } from '../events/events.service.js';
import { GuildsService } from '../guilds/guilds.service.js';
import type { Guild } from '../guilds/rules/guild.js';
import { ServerChecks } from '../guilds/server-checks.js';
import { requireRoom } from '../organizations/rules/limits.js';
import { RoleMappingsRepository, type RoleMappingChanges } from './role-mappings.repository.js';
import { EVENT_ROLE_TYPES, isEventRoleType } from './rules/event-roles.js';
import { isOfRegistration, isRead, type MappedRoleType, type RoleMapping } from './rules/role-mapping.js';

/** A mapping as an admin asks for it. */
export type RoleMappingInput = Omit<RoleMapping, 'id' | 'registered_at' | 'created_at' | 'updated_at'>;

/** Which page, and of which server. */
export interface RoleMappingsQuery {
  /** All servers that the actor administers when left out. */
  readonly guild_id?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/**
 * What Discord's roles stand for. A mapping belongs to one registration of its server: when the server leaves its
 * organization, or goes over to another one, the mapping counts no more and goes away.
 */
@Injectable()
export class RoleMappingsService {
  constructor(
    private readonly mappings: RoleMappingsRepository,
    private readonly guilds: GuildsService,
    private readonly checks: ServerChecks,
    private readonly audit: AuditService,
    private readonly events: EventsService,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * @throws not_found · forbidden · conflict `role_mapping_exists`, `limit_reached`
   * @throws invalid for a plan without a name, an event or a role of one that is not the organization's, and a Discord role that
   * is not of the server or cannot stand for the thing
   * @throws DiscordFailure when Discord cannot be asked
   */
  async create(actor: Actor, input: RoleMappingInput): Promise<RoleMapping> {
    const { guild_id, discord_role_id, verselink_role_type: type } = input;
    const guild = await this.guilds.administered(actor, guild_id);
    await this.requireEntity(guild, input);
    await this.checks.requireRole(guild_id, discord_role_id, !isRead(type));
    const now = new Date();
    const mapping = {
      ...input,
      id: uuidv7(),
      registered_at: guild.created_at,
      created_at: now,
      updated_at: now,
    };
    await this.mappings.deleteOfOtherRegistrations(guild_id, guild.created_at);
    requireRoom('role_mappings', await this.mappings.count(guild_id));
    await this.mappings.create(mapping);
    await this.record(actor, 'role_mapping.created', mapping, input);
    await this.follow(mapping);
    return mapping;
  }

  /** @throws not_found · forbidden · invalid for a cursor of another list */
  async list(actor: Actor, { guild_id, limit, cursor }: RoleMappingsQuery): Promise<Page<RoleMapping>> {
    if (guild_id !== undefined) await this.guilds.administered(actor, guild_id);
    const guildIds = guild_id === undefined ? await this.guilds.administeredIds(actor) : [guild_id];
    const after = cursor === undefined ? null : String(decodeCursor(cursor, ['string'])[0]);
    const rows = await this.mappings.list(guildIds, after, limit + 1);
    const { items, next_cursor } = pageOf(rows, limit, ({ id }) => encodeCursor([id]));
    return { items: await this.counting(items), next_cursor };
  }

  /** @throws not_found · forbidden */
  async get(actor: Actor, id: string): Promise<RoleMapping> {
    const mapping = await this.mappings.findById(id);
    if (mapping === null) throw notFound('role_mapping');
    const guild = await hiddenAs('role_mapping', this.guilds.administered(actor, mapping.guild_id));
    if (!isOfRegistration(mapping, guild)) throw notFound('role_mapping');
    return mapping;
  }

  /** @throws not_found · forbidden */
  async update(actor: Actor, id: string, changes: RoleMappingChanges): Promise<RoleMapping> {
    await this.get(actor, id);
    const updated = await this.mappings.update(id, changes);
    if (updated === null) throw notFound('role_mapping');
    await this.record(actor, 'role_mapping.changed', updated, changes);
    await this.follow(updated);
    return updated;
  }

  /** @throws not_found · forbidden */
  async delete(actor: Actor, id: string): Promise<void> {
    const mapping = await this.get(actor, id);
    await this.mappings.delete(id);
    await this.record(actor, 'role_mapping.deleted', mapping);
    await this.follow(mapping);
  }

  /** The mappings of one type that count in a server; none in one that is not registered. */
  async ofType(guildId: string, type: MappedRoleType): Promise<RoleMapping[]> {
    const guild = await this.guilds.find(guildId);
    if (guild === null) return [];
    const mappings = await this.mappings.listOfType(guildId, type);
    return mappings.filter((mapping) => isOfRegistration(mapping, guild));
  }

  /** The mappings of these servers that give roles to people with a seat in an event. */
  async givingIn(guilds: readonly Guild[]): Promise<RoleMapping[]> {
    const ids = guilds.map(({ guild_id }) => guild_id);
    const mappings = await this.mappings.listOfTypes(ids, EVENT_ROLE_TYPES);
    return mappings.filter((mapping) => guilds.some((guild) => isOfRegistration(mapping, guild)));
  }

  /** The servers in which a role stands for something of this type, or did in an earlier registration. */
  async guildIdsOfType(type: MappedRoleType): Promise<string[]> {
    return this.mappings.guildIdsOfType(type);
  }

  /** @throws invalid */
  private async requireEntity({ org_id }: Guild, input: RoleMappingInput): Promise<void> {
    const message = await this.entityFault(org_id, input);
    if (message !== null) throw invalid([{ field: 'verselink_entity_id', message }]);
  }

  private async entityFault(
    orgId: string,
    { verselink_role_type: type, verselink_entity_id: entity }: RoleMappingInput,
  ): Promise<string | null> {
    switch (type) {
      case 'plan':
        return entity === null ? "must be the plan's name" : null;
      case 'event_participant':
        if (entity === null || (await this.events.find(entity))?.org_id === orgId) return null;
        return "must be the id of one of the organization's events";
      case 'event_role':
        if (entity !== null && (await this.events.hasRole(orgId, entity))) return null;
        return "must be the id of a role of one of the organization's events";
      case 'org_member':
      case 'org_staff':
        return null;
    }
  }

  /** What people are by this role, or get by what they are, changes now, and not with the next daily comparison. */
  private async follow({ guild_id, verselink_role_type: type }: RoleMapping): Promise<void> {
    if (isEventRoleType(type)) await this.jobs.trigger('match_guild_roles', { guild_id });
    const guild = isRead(type) ? await this.guilds.find(guild_id) : null;
    if (guild !== null) await this.jobs.trigger('compare_organization', { org_id: guild.org_id });
  }

  private async record(
    actor: Actor,
    action: AuditAction,
    { id, guild_id }: RoleMapping,
    change: object = {},
  ): Promise<void> {
    const guild = await this.guilds.find(guild_id);
    if (guild !== null)
      await this.audit.record(actor, { action, org_id: guild.org_id, target_id: id, change });
  }

  /** Those that belong to the present registration of their server. */
  private async counting(mappings: readonly RoleMapping[]): Promise<RoleMapping[]> {
    const ids = [...new Set(mappings.map(({ guild_id }) => guild_id))];
    const guilds = await Promise.all(ids.map((id) => this.guilds.find(id)));
    return mappings.filter((mapping) => guilds.some((guild) => guild && isOfRegistration(mapping, guild)));
  }
}
