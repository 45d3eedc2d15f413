import { Injectable } from '@nestjs/common';
import { DiscordFailure } from '../../common/discord-failure.js';
import { Config } from '../../config/config.js';
import { GuildsApi } from '../../discord-api/guilds.api.js';
import { MembersApi } from '../../discord-api/members.api.js';
import { ScheduledEventsApi } from '../../discord-api/scheduled-events.api.js';
import { ThreadsApi } from '../../discord-api/threads.api.js';
import { roleObstacle, type SeenServer } from './rules/discord-server.js';
import type { Guild } from './rules/guild.js';
import type { SERVER_LIMITS } from './rules/server-fault.js';
import {
  bitsOf,
  featureStates,
  type FeatureState,
  INVITED_WITH,
  type MissingPermissions,
  permissionsOf,
} from './rules/permissions.js';

/** What the bot may do on a server, asked of Discord each time. */
@Injectable()
export class ServerPermissions {
  constructor(
    private readonly guilds: GuildsApi,
    private readonly members: MembersApi,
    private readonly scheduledEvents: ScheduledEventsApi,
    private readonly threads: ThreadsApi,
    private readonly config: Config,
  ) {}

  /** What the bot lacks for what the server's settings ask for; `null` when Discord does not say. */
  async missing(guild: Guild): Promise<MissingPermissions[] | null> {
    const held = await this.heldOn(guild.guild_id);
    if (held === null) return null;
    return featureStates(guild, held).flatMap(({ feature, channel_id, permissions }) =>
      permissions.length === 0 ? [] : [{ feature, channel_id, permissions }],
    );
  }

  /** What the bot may do in each channel of a server; `null` when Discord does not say, or the bot is not there. */
  async heldOn(guildId: string): Promise<((channelId: string | null) => bigint) | null> {
    return orNull(this.askHeld(guildId));
  }

  /** How many of something there are on a server that holds only so many; `null` when Discord does not say. */
  async count(guildId: string, what: keyof typeof SERVER_LIMITS): Promise<number | null> {
    const lists = {
      more_scheduled_events: () => this.scheduledEvents.list(guildId),
      more_roles: () => this.members.listRoles(guildId, 'now'),
      more_channels: () => this.guilds.listChannels(guildId, 'now'),
      more_threads: () => this.threads.listActive(guildId),
    };
    return (await orNull<readonly unknown[]>(lists[what]()))?.length ?? null;
  }

  /** Those of these roles that the bot cannot give, by name; `null` when Discord does not say. */
  async outOfReach(guildId: string, roleIds: readonly string[]): Promise<string[] | null> {
    const asked = Promise.all([
      this.members.listRoles(guildId, 'now'),
      this.members.ownRoles(guildId, 'now'),
    ]);
    const answer = await orNull(asked);
    if (answer === null) return null;
    const [roles, own] = answer;
    const unreachable = roleIds.filter((id) => roleObstacle(id, roles, own) !== null);
    return unreachable.map((id) => roles.find((role) => role.id === id)?.name ?? id);
  }

  /**
   * The link that invites the bot to a server with all the permissions that it may need.
   * @param guildId `null` leaves the choice of the server to the person
   * @param permissions others than those
   */
  inviteUrl(guildId: string | null, permissions = INVITED_WITH): string {
    const query = new URLSearchParams({
      client_id: this.config.discordClientId ?? '',
      scope: 'bot applications.commands',
      permissions: String(permissions),
      ...(guildId !== null && { guild_id: guildId, disable_guild_select: 'true' }),
    });
    return `https://discord.com/oauth2/authorize?${query.toString()}`;
  }

  /** The link that gives the bot what the server does not allow it yet; `null` when that mends nothing. */
  mendingInvite(
    guildId: string,
    features: readonly FeatureState[],
    held: (channelId: string | null) => bigint,
  ): string | null {
    const lacking = features.filter(({ remedy }) => remedy === 'invite');
    const missing = bitsOf(lacking.flatMap(({ permissions }) => permissions)) & ~held(null);
    // Whether an invite replaces what the bot has, Discord does not say: so it names that too.
    return missing === 0n ? null : this.inviteUrl(guildId, (held(null) & INVITED_WITH) | missing);
  }

  /** A server as Discord holds it now; `null` when the bot is not there. @throws DiscordFailure */
  async see(guildId: string): Promise<SeenServer | null> {
    const server = await this.guilds.find(guildId, 'now');
    if (server === null) return null;
    const channels = await this.guilds.listChannels(guildId, 'now');
    return { server, channels, bot: await this.members.own(guildId) };
  }

  private async askHeld(guildId: string): Promise<((channelId: string | null) => bigint) | null> {
    const seen = await this.see(guildId);
    return seen && permissionsOf(seen.bot, seen.server, seen.channels);
  }
}

/** What Discord answers; `null` when it does not. */
async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof DiscordFailure) return null;
    throw error;
  }
}
