import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../common/actor.js';
import { decodeCursor, encodeCursor } from '../../common/cursor.js';
import { defined } from '../../common/defined.js';
import { conflict, invalid, notFound } from '../../common/errors.js';
import { type Page, pageOf } from '../../common/page.js';
import type { KeepsPersonalData, Person } from '../../common/personal-data.js';
import { DEFAULT_LOCALE } from '../../languages/languages.js';
import { JobQueue } from '../../queue/job-queue.js';
import { may, rankOf, requirePermission, type Standing } from '../access/rules/permissions.js';
import { AuditService } from '../audit/audit.service.js';
import type { AuditAction } from '../audit/rules/audit-entry.js';
import { OrgMembersService } from '../organizations/org-members.service.js';
import { OrganizationsService } from '../organizations/organizations.service.js';
import { GuildsRepository } from './guilds.repository.js';
import { requireRoom } from '../organizations/rules/limits.js';
import { type DiscordServer, givenChannels } from './rules/discord-server.js';
import { DEFAULT_REMINDERS, type DirtyGuild, type Guild, type GuildChanges } from './rules/guild.js';
import { ServerChecks } from './server-checks.js';

/** A server to be registered. What is left out: name and owner as on Discord, no channels, mirroring and reminders on, the rest off, French. */
export interface NewGuild extends GuildChanges {
  readonly guild_id: string;
  readonly org_id: string;
}

/** How many servers are read at once. */
const PAGE = 500;

/** Discord servers that organizations have registered. */
@Injectable()
export class GuildsService implements KeepsPersonalData {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly members: OrgMembersService,
    private readonly checks: ServerChecks,
    private readonly guilds: GuildsRepository,
    private readonly jobs: JobQueue,
    private readonly audit: AuditService,
  ) {}

  /**
   * Registers a Discord server for an organization. For the organization's admins who have Manage Server there. The
   * organization's events appear on the server soon after. A server is taken over from an organization none of whose admins
   * has Manage Server there any more; what it showed goes away.
   * @throws not_found when there is no such organization for the actor
   * @throws forbidden when the actor is not its admin · `manage_server_required` without that right on Discord
   * @throws invalid for a server that the bot is not in, a wrong owner, channels that cannot do their job, and threads without one
   * @throws conflict `guild_already_registered`, `limit_reached`
   * @throws DiscordFailure when Discord cannot be asked
   */
  async register(actor: Actor, input: NewGuild): Promise<Guild> {
    await this.organizations.require(actor, input.org_id, 'guild.manage');
    requireRoom('servers', (await this.guilds.listIds([input.org_id])).length);
    requireThreadChannel(input);
    const server = await this.checks.load(input.guild_id);
    await this.checks.requireManager(actor, server);
    await this.checks.requireSettings(server, input);
    const guild = await this.save(actor, newGuild(input, server), server);
    await this.changed(guild.guild_id);
    await this.record(actor, 'guild.registered', guild, input);
    return guild;
  }

  /**
   * Registered servers: those of the organizations that the actor administers; all of them for a site admin.
   * @throws invalid for a cursor that is none
   */
  async list(
    actor: Actor,
    { limit, cursor, q }: { limit: number; cursor?: string; q?: string },
  ): Promise<Page<Guild>> {
    const after = cursor === undefined ? null : String(decodeCursor(cursor, ['string'])[0]);
    const orgIds = actor.site_admin ? null : await this.members.orgIdsOf(actor.user_id, ['admin']);
    const rows = await this.guilds.list(orgIds, after, limit + 1, q);
    return pageOf(rows, limit, (row) => encodeCursor([row.id]));
  }

  /**
   * The server, for an admin of its organization.
   * @throws not_found when it is not registered, or by an organization that the actor does not belong to
   * @throws forbidden when the actor belongs to it but is not its admin
   */
  async administered(actor: Actor, guildId: string): Promise<Guild> {
    const guild = await this.guilds.findByGuildId(guildId);
    if (guild === null) throw notFound('guild');
    const role = await this.members.roleOf(guild.org_id, actor.user_id);
    const standing: Standing = { rank: rankOf(actor, role), ties: [] };
    // That a server is registered is no business of those outside the organization.
    if (!may(standing, 'organization.see_private')) throw notFound('guild');
    requirePermission(standing, 'guild.manage');
    return guild;
  }

  /** The servers that the actor administers, by Discord's ids; `null` for all of them. */
  async administeredIds(actor: Actor): Promise<string[] | null> {
    if (actor.site_admin) return null;
    const orgIds = await this.members.orgIdsOf(actor.user_id, ['admin']);
    return this.guilds.listIds(orgIds);
  }

  /**
   * Changes how a registered server is served.
   * @throws not_found, forbidden as `administered`
   * @throws invalid for a wrong owner, channels that cannot do their job, and threads without one
   * @throws DiscordFailure when Discord has to be asked and cannot
   */
  async update(actor: Actor, guildId: string, changes: GuildChanges): Promise<Guild> {
    requireThreadChannel({ ...(await this.administered(actor, guildId)), ...defined(changes) });
    if (changes.owner_id !== undefined || givenChannels(changes).length > 0) {
      await this.checks.requireSettings(await this.checks.load(guildId), changes);
    }
    const guild = await this.guilds.update(guildId, changes);
    if (guild === null) throw notFound('guild');
    await this.changed(guildId);
    await this.record(actor, 'guild.changed', guild, changes);
    return guild;
  }

  /** Takes a server out; what it shows of events goes away soon after. @throws not_found, forbidden as `administered` */
  async remove(actor: Actor, guildId: string): Promise<void> {
    const guild = await this.administered(actor, guildId);
    if (!(await this.guilds.remove(guildId))) throw notFound('guild');
    await this.changed(guildId);
    await this.jobs.trigger('compare_organization', { org_id: guild.org_id });
    await this.record(actor, 'guild.removed', guild);
  }

  /** A registered server by Discord's id of it. */
  async find(guildId: string): Promise<Guild | null> {
    return this.guilds.findByGuildId(guildId);
  }

  /** How many servers are registered, and in how many of them events are mirrored. */
  async counts(): Promise<{ readonly registered: number; readonly mirrored: number }> {
    const [registered, mirrored] = await Promise.all([this.guilds.count(), this.guilds.count(true)]);
    return { registered, mirrored };
  }

  /** Discord's id of every registered server, in order of registration. */
  async *everyId(): AsyncGenerator<string> {
    let after: string | null = null;
    do {
      const page: readonly Guild[] = await this.guilds.list(null, after, PAGE);
      for (const { guild_id } of page) yield guild_id;
      after = page.length === PAGE ? (page.at(-1)?.id ?? null) : null;
    } while (after !== null);
  }

  /** Every registered server of an organization. There are few of them. */
  async ofOrganization(orgId: string): Promise<Guild[]> {
    return this.guilds.listByOrg(orgId);
  }

  /** Has everything that a server shows brought in step, for example after somebody mended what Discord refused. */
  async showAgain(guildId: string): Promise<void> {
    await this.guilds.update(guildId, {});
    await this.changed(guildId);
  }

  /** The server, removed or not, when its mirrors have to follow a change of it; else `null`. */
  async findDirty(guildId: string): Promise<DirtyGuild | null> {
    return this.guilds.findDirty(guildId);
  }

  /** Servers whose mirrors have to follow a change, in no particular order. */
  async listDirty(limit: number): Promise<DirtyGuild[]> {
    return this.guilds.listDirty(limit);
  }

  /** Says that every mirror is marked to follow. Does nothing when the server changed again meanwhile. */
  async settle(dirty: DirtyGuild): Promise<void> {
    await this.guilds.settle(dirty);
  }

  async exportOf({ discord_id }: Person): Promise<unknown> {
    return this.guilds.listOwnedBy(discord_id);
  }

  async erase({ discord_id }: Person): Promise<void> {
    await this.guilds.forgetOwner(discord_id);
  }

  /** What a server shows, and the roles of its members, may have to follow; refused channels may be allowed by now. */
  private async changed(guildId: string): Promise<void> {
    await this.jobs.trigger('mirror_guild', { guild_id: guildId });
    await this.jobs.trigger('match_guild_roles', { guild_id: guildId });
    await this.jobs.trigger('retry_guild_channels', { guild_id: guildId });
  }

  private async record(actor: Actor, action: AuditAction, guild: Guild, change: object = {}): Promise<void> {
    await this.audit.record(actor, { action, org_id: guild.org_id, target_id: guild.guild_id, change });
  }

  private async save(actor: Actor, guild: Guild, server: DiscordServer): Promise<Guild> {
    const earlier = await this.guilds.findByGuildId(guild.guild_id);
    if (earlier === null) {
      await this.guilds.register(guild);
      return guild;
    }
    const stays =
      earlier.org_id === guild.org_id || (await this.checks.isManagedBy(earlier.org_id, server, actor));
    const taken = stays ? null : await this.guilds.takeOver(earlier.org_id, guild);
    if (taken === null) {
      throw conflict('guild_already_registered', 'This Discord server is registered already.');
    }
    await this.jobs.trigger('compare_organization', { org_id: earlier.org_id });
    return taken;
  }
}

/** @throws invalid `channel_layout` where there is no channel for threads of events */
function requireThreadChannel({
  channel_layout,
  event_channel_id = null,
}: Pick<GuildChanges, 'channel_layout' | 'event_channel_id'>): void {
  if (channel_layout === 'thread' && event_channel_id === null)
    throw invalid([
      { field: 'channel_layout', message: 'needs an event_channel_id, where the threads are made' },
    ]);
}

function newGuild(input: NewGuild, server: DiscordServer): Guild {
  const now = new Date();
  return {
    id: uuidv7(),
    guild_id: input.guild_id,
    guild_name: input.guild_name ?? server.name,
    owner_id: input.owner_id ?? server.owner_id,
    org_id: input.org_id,
    announcement_channel_id: input.announcement_channel_id ?? null,
    event_channel_id: input.event_channel_id ?? null,
    reminder_channel_id: input.reminder_channel_id ?? null,
    sync_enabled: input.sync_enabled ?? true,
    reminder_enabled: input.reminder_enabled ?? true,
    reminder_offsets_minutes: input.reminder_offsets_minutes ?? DEFAULT_REMINDERS,
    auto_create_channels: input.auto_create_channels ?? false,
    channel_layout: input.channel_layout ?? 'category',
    channel_retention_days: input.channel_retention_days ?? null,
    auto_manage_roles: input.auto_manage_roles ?? false,
    welcome_enabled: input.welcome_enabled ?? false,
    welcome_channel_id: input.welcome_channel_id ?? null,
    welcome_message: input.welcome_message ?? null,
    message_tracking_enabled: input.message_tracking_enabled ?? false,
    adopt_events: input.adopt_events ?? 'ask',
    locale: input.locale ?? DEFAULT_LOCALE,
    created_at: now,
    updated_at: now,
  };
}
