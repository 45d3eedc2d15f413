import { Injectable, Logger } from '@nestjs/common';
import { ScheduledEventsApi } from '../../discord-api/scheduled-events.api.js';
import type { TriggerPayload } from '../../queue/catalogue.js';
import { HandlesTrigger } from '../../queue/handles.js';
import { GuildsService } from './guilds.service.js';
import { OrganizerNotices, type NoticeText } from './organizer-notices.js';
import type { Guild } from './rules/guild.js';
import { missingFor, type PermissionName, type ServerFeature } from './rules/permissions.js';
import type { NewFault, ServerFault } from './rules/server-fault.js';
import { ServerFaultsRepository } from './server-faults.repository.js';
import { ServerPermissions } from './server-permissions.js';

/** Discord's limit of scheduled events that are to come or running on a server. */
const SCHEDULED_EVENTS = 100;

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
    private readonly scheduledEvents: ScheduledEventsApi,
    private readonly notices: OrganizerNotices,
  ) {}

  async openOn(guildId: string): Promise<ServerFault[]> {
    return this.faults.listOpen(guildId);
  }

  /** Notes what was refused, and tells an organizer, once: at once, or at the next look when no reason is to be seen. */
  async report(guild: Guild, refused: NewFault): Promise<void> {
    const { kind, capability, channel_id } = refused;
    const explained =
      kind !== 'permission' ||
      capability === 'more_scheduled_events' ||
      (await this.missing(guild, capability, channel_id))?.length !== 0;
    const fault = await this.faults.open(refused, explained);
    // A refusal without a visible reason may be over already; it is told when the next look still finds it.
    if (explained) await this.tell(guild, fault);
  }

  /** Something that could be refused was taken: what was refused for no reason that we see is allowed again. */
  async succeeded(guild: Guild): Promise<void> {
    for (const fault of await this.faults.listOpen(guild.guild_id))
      if (!fault.explained) await this.close(guild, fault);
  }

  /** Looks whether what was refused is allowed by now; the work that waits for it goes on. Also after a change there. */
  @HandlesTrigger('recheck_server')
  async recheck({ guild_id }: TriggerPayload<'recheck_server'>): Promise<void> {
    const open = await this.faults.listOpen(guild_id);
    const guild = open.length === 0 ? null : await this.guilds.find(guild_id);
    if (guild === null) return;
    let again = false;
    for (const fault of open) {
      await this.tell(guild, fault);
      if (!fault.explained) again = (await this.isWorthATry(fault)) || again;
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
    if (fault.capability === 'more_scheduled_events') {
      return (await this.scheduledEvents.list(guild.guild_id)).length < SCHEDULED_EVENTS;
    }
    const missing = await this.missing(guild, fault.capability, fault.channel_id);
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

  private async tell(guild: Guild, fault: ServerFault): Promise<void> {
    if (fault.told_at !== null || !(await this.faults.claimTelling(fault.id))) return;
    const { kind, capability, channel_id } = fault;
    const where = channel_id === null ? null : `<#${channel_id}>`;
    const missing =
      capability === 'more_scheduled_events'
        ? []
        : ((await this.missing(guild, capability, channel_id)) ?? []);
    const invite = this.permissions.inviteUrl(guild.guild_id);
    await this.attempt(guild, fault.id, (texts) =>
      texts[kind]({
        server: guild.guild_name,
        feature: texts.capability[capability],
        where,
        permissions: missing,
        invite,
      }),
    );
  }

  /** A notice that fails is in the log and in the API; it is not repeated. */
  private async attempt(guild: Guild, key: string, text: NoticeText): Promise<void> {
    try {
      await this.notices.tell(guild, key, text);
    } catch (error) {
      this.logger.warn({ err: error, guild_id: guild.guild_id }, 'An organizer could not be told');
    }
  }

  private async missing(
    guild: Guild,
    feature: ServerFeature,
    channelId: string | null,
  ): Promise<PermissionName[] | null> {
    const held = await this.permissions.heldOn(guild.guild_id);
    return held === null ? null : missingFor(feature, held, channelId);
  }
}
