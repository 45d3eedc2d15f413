import { Injectable, Logger } from '@nestjs/common';
import type { TriggerPayload } from '../../queue/catalogue.js';
import { HandlesTrigger } from '../../queue/handles.js';
import { GuildsService } from './guilds.service.js';
import { OrganizerNotices, type NoticeText } from './organizer-notices.js';
import type { Guild } from './rules/guild.js';
import { isFeature, missingFor, type PermissionName } from './rules/permissions.js';
import {
  isLimited,
  SERVER_LIMITS,
  type Capability,
  type NewFault,
  type ServerFault,
} from './rules/server-fault.js';
import { ServerFaultsRepository } from './server-faults.repository.js';
import { ServerPermissions } from './server-permissions.js';

/** How often what is refused for no reason that we see is tried again. */
const TRY_EVERY_MS = 3_600_000;

/**
 * What Discord refuses on a server until a person mends it: told once, not asked for again meanwhile, and told once more when
 * it is mended.
 */
@Injectable()
export class ServerFaultsService {
  private readonly logger = new Logger('Notices');

  constructor(
    private readonly faults: ServerFaultsRepository,
    private readonly guilds: GuildsService,
    private readonly permissions: ServerPermissions,
    private readonly notices: OrganizerNotices,
  ) {}

  async openOn(guildId: string): Promise<ServerFault[]> {
    return this.faults.listOpen(guildId);
  }

  /** Notes what was refused, and tells an organizer, once: at once, or at the next look when no reason is to be seen. */
  async report(guild: Guild, refused: NewFault): Promise<void> {
    const { kind } = refused;
    const explained = kind !== 'permission' || (await this.missing(guild, refused))?.length !== 0;
    const fault = await this.faults.open(refused, explained);
    // A refusal without a visible reason may be over already; it is told when the next look still finds it.
    if (explained) await this.tell(guild, fault);
  }

  /** Something of this kind was taken: where it was refused for no reason that we see it is allowed again, and what waits for it goes on. */
  async succeeded(guild: Guild, capabilities: readonly Capability[]): Promise<void> {
    let mended = false;
    for (const fault of await this.faults.listOpen(guild.guild_id))
      if (!fault.explained && capabilities.includes(fault.capability))
        mended = (await this.close(guild, fault)) || mended;
    if (mended) await this.guilds.showAgain(guild.guild_id);
  }

  /** A role stands for nothing any more. */
  async roleUnmapped(guildId: string, roleId: string): Promise<void> {
    await this.faults.forgetRole(guildId, roleId);
  }

  /** Looks whether what was refused is allowed by now; the work that waits for it goes on. Also after a change there. */
  @HandlesTrigger('recheck_server')
  async recheck({ guild_id }: TriggerPayload<'recheck_server'>): Promise<void> {
    const open = await this.faults.listOpen(guild_id);
    const guild = open.length === 0 ? null : await this.guilds.find(guild_id);
    if (guild === null) return;
    let again = false;
    for (const fault of open) {
      const isNew = await this.tell(guild, fault);
      // The refusal may have been on its way when a person mended its cause.
      if (!fault.explained) again = isNew || (await this.isWorthATry(fault)) || again;
      else if (await this.isMended(guild, fault)) again = (await this.close(guild, fault)) || again;
    }
    if (again) await this.guilds.showAgain(guild_id);
  }

  /** As `recheck`, for every server; one that fails does not hold up the others. */
  @HandlesTrigger('recheck_servers')
  async recheckAll(): Promise<void> {
    for (const guildId of await this.faults.listGuildIds()) {
      try {
        await this.recheck({ guild_id: guildId });
      } catch (error) {
        this.logger.warn({ err: error, guild_id: guildId }, 'A server could not be looked at again');
      }
    }
  }

  private async isWorthATry({ id }: ServerFault): Promise<boolean> {
    return this.faults.claimTry(id, new Date(Date.now() - TRY_EVERY_MS));
  }

  private async isMended(guild: Guild, fault: ServerFault): Promise<boolean> {
    const { capability } = fault;
    if (isLimited(capability)) {
      const used = await this.permissions.count(guild.guild_id, capability);
      return used !== null && used < SERVER_LIMITS[capability];
    }
    const missing =
      fault.kind === 'role' ? await this.outOfReach(guild, fault) : await this.missing(guild, fault);
    return missing !== null && missing.length === 0;
  }

  private async close(guild: Guild, fault: ServerFault): Promise<boolean> {
    if (!(await this.faults.close(fault.id))) return false;
    const { capability } = fault;
    if (fault.told_at !== null)
      await this.attempt(guild, `${fault.id}/mended`, (texts) =>
        texts.mended(guild.guild_name, texts.capability[capability]),
      );
    return true;
  }

  /** @returns false when that was done before */
  private async tell(guild: Guild, fault: ServerFault): Promise<boolean> {
    if (fault.told_at !== null || !(await this.faults.claimTelling(fault.id))) return false;
    const { kind, capability, channel_id } = fault;
    const refused = {
      server: guild.guild_name,
      where: channel_id === null ? null : `<#${channel_id}>`,
      permissions: (await this.missing(guild, fault)) ?? [],
      roles: (await this.outOfReach(guild, fault)) ?? [],
      invite: this.permissions.inviteUrl(guild.guild_id),
    };
    await this.attempt(guild, fault.id, (texts) =>
      texts[kind]({
        ...refused,
        feature: texts.capability[capability],
        remedy: isLimited(capability) ? texts.makeRoom[capability] : '',
      }),
    );
    return true;
  }

  /** A notice that fails is in the log and in the API; it is not repeated. */
  private async attempt(guild: Guild, key: string, text: NoticeText): Promise<void> {
    try {
      await this.notices.tell(guild, key, text);
    } catch (error) {
      this.logger.warn({ err: error, guild_id: guild.guild_id }, 'An organizer could not be told');
    }
  }

  /** What the bot lacks, where a permission is what is missing; `null` when Discord does not say. */
  private async missing(
    { guild_id }: Guild,
    { capability, channel_id }: NewFault,
  ): Promise<PermissionName[] | null> {
    if (!isFeature(capability)) return [];
    const held = await this.permissions.heldOn(guild_id);
    return held === null ? null : missingFor(capability, held, channel_id);
  }

  private async outOfReach({ guild_id }: Guild, { role_ids = [] }: NewFault): Promise<string[] | null> {
    return role_ids.length === 0 ? [] : this.permissions.outOfReach(guild_id, role_ids);
  }
}
