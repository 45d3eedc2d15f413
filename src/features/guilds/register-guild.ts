import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../common/actor.js';
import { conflict } from '../../common/errors.js';
import { DEFAULT_LOCALE } from '../../languages/languages.js';
import { OrganizationsService } from '../organizations/organizations.service.js';
import { JobQueue } from '../../queue/job-queue.js';
import { type GuildChanges, GuildsRepository } from './guilds.repository.js';
import type { DiscordServer } from './rules/discord-server.js';
import type { Guild } from './rules/guild.js';
import { ServerChecks } from './server-checks.js';
import { ServerRights } from './server-rights.js';

/** A server to be registered. What is left out: no channels, mirroring and reminders on, the rest off, French. */
export interface NewGuild extends Omit<GuildChanges, 'guild_name' | 'owner_id'> {
  readonly guild_id: string;
  readonly guild_name: string;
  readonly owner_id: string;
  readonly org_id: string;
}

/** Registers a Discord server for an organization. For the organization's admins who have Manage Server there. */
@Injectable()
export class RegisterGuild {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly checks: ServerChecks,
    private readonly rights: ServerRights,
    private readonly guilds: GuildsRepository,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * The organization's events appear on the server soon after. A server is taken over from an organization none of whose
   * admins has Manage Server there any more; what it showed goes away.
   * @throws not_found when there is no such organization for the actor
   * @throws forbidden when the actor is not its admin · `manage_server_required` without that right on Discord
   * @throws invalid for a server that the bot is not in, a wrong owner, and channels that cannot do their job
   * @throws conflict `guild_already_registered`
   * @throws DiscordFailure when Discord cannot be asked
   */
  async execute(actor: Actor, input: NewGuild): Promise<Guild> {
    await this.organizations.require(actor, input.org_id, 'admin');
    const server = await this.checks.load(input.guild_id);
    await this.rights.require(actor, server);
    await this.checks.requireSettings(server, input);
    const guild = await this.save(actor, newGuild(input), server);
    await this.jobs.guildChanged(guild.guild_id);
    return guild;
  }

  private async save(actor: Actor, guild: Guild, server: DiscordServer): Promise<Guild> {
    const earlier = await this.guilds.findByGuildId(guild.guild_id);
    if (earlier === null) {
      await this.guilds.register(guild);
      return guild;
    }
    const stays =
      earlier.org_id === guild.org_id || (await this.rights.isHeldBy(earlier.org_id, server, actor));
    const taken = stays ? null : await this.guilds.takeOver(earlier.org_id, guild);
    if (taken === null) {
      throw conflict('guild_already_registered', 'This Discord server is registered already.');
    }
    return taken;
  }
}

function newGuild(input: NewGuild): Guild {
  const now = new Date();
  return {
    id: uuidv7(),
    guild_id: input.guild_id,
    guild_name: input.guild_name,
    owner_id: input.owner_id,
    org_id: input.org_id,
    announcement_channel_id: input.announcement_channel_id ?? null,
    event_channel_id: input.event_channel_id ?? null,
    reminder_channel_id: input.reminder_channel_id ?? null,
    sync_enabled: input.sync_enabled ?? true,
    reminder_enabled: input.reminder_enabled ?? true,
    auto_create_channels: input.auto_create_channels ?? false,
    auto_manage_roles: input.auto_manage_roles ?? false,
    welcome_enabled: input.welcome_enabled ?? false,
    welcome_channel_id: input.welcome_channel_id ?? null,
    welcome_message: input.welcome_message ?? null,
    message_tracking_enabled: input.message_tracking_enabled ?? false,
    locale: input.locale ?? DEFAULT_LOCALE,
    created_at: now,
    updated_at: now,
  };
}
