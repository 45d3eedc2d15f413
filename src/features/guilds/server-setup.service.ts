import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { notFound } from '../../common/errors.js';
import { GuildsApi } from '../../discord-api/guilds.api.js';
import { AuditService } from '../audit/audit.service.js';
import { GuildsService } from './guilds.service.js';
import type { Guild } from './rules/guild.js';
import { bitsOf, featureStates, permissionsOf, type FeatureState } from './rules/permissions.js';
import { ServerChecks } from './server-checks.js';
import { ServerFaultsService } from './server-faults.service.js';
import { ServerPermissions } from './server-permissions.js';

/** How a registered server stands: its settings, and what the bot may do of what they ask for. */
export interface ServerSetup {
  readonly guild: Guild;
  /** `null` when Discord does not say. */
  readonly features: readonly FeatureState[] | null;
  /** Invites the bot anew with what it lacks, beside what it has; `null` when that mends nothing. */
  readonly invite_url: string | null;
}

const MEND_REASON = 'VerseLink: what the settings of this server need';

/** Connects servers to organizations and mends what they lack, step by step, for a person who is there. */
@Injectable()
export class ServerSetupService {
  constructor(
    private readonly guilds: GuildsService,
    private readonly checks: ServerChecks,
    private readonly permissions: ServerPermissions,
    private readonly faults: ServerFaultsService,
    private readonly servers: GuildsApi,
    private readonly audit: AuditService,
  ) {}

  /** @throws forbidden `manage_server_required`; invalid where the bot is not; DiscordFailure */
  async requireManager(actor: Actor, guildId: string): Promise<void> {
    await this.checks.requireManager(actor, await this.checks.load(guildId));
  }

  /** How a server stands at this moment. */
  async look(guild: Guild): Promise<ServerSetup> {
    const held = await this.permissions.heldOn(guild.guild_id);
    if (held === null) return { guild, features: null, invite_url: null };
    const features = featureStates(guild, held);
    return { guild, features, invite_url: this.permissions.mendingInvite(guild.guild_id, features, held) };
  }

  /**
   * Allows the bot in channels what it lacks there and may allow itself, and goes on with what waited for it.
   * @throws not_found, forbidden as `GuildsService.administered`; DiscordFailure
   */
  async mend(actor: Actor, guildId: string): Promise<Guild> {
    const guild = await this.guilds.administered(actor, guildId);
    const seen = await this.permissions.see(guildId);
    if (seen === null) throw notFound('guild');
    const { server, channels, bot } = seen;
    const states = featureStates(guild, permissionsOf(bot, server, channels));
    for (const { id, overwrites } of channels) {
      const here = states.filter(({ channel_id, remedy }) => channel_id === id && remedy === 'self');
      if (here.length === 0) continue;
      const bits = bitsOf(here.flatMap(({ permissions }) => permissions));
      const { allow, deny } = overwrites.find((said) => said.id === bot.id) ?? { allow: 0n, deny: 0n };
      const own = { id: bot.id, allow: allow | bits, deny: deny & ~bits };
      await this.servers.setOverwrite(id, own, MEND_REASON);
    }
    await this.faults.recheck({ guild_id: guildId });
    await this.audit.record(actor, { action: 'guild.mended', org_id: guild.org_id, target_id: guildId });
    return guild;
  }
}
