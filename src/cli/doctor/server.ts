import type { GuildsApi } from '../../discord-api/guilds.api.js';
import type { MembersApi } from '../../discord-api/members.api.js';
import {
  channelFault,
  type DiscordServer,
  type ServerChannel,
} from '../../features/guilds/rules/discord-server.js';
import type { Guild } from '../../features/guilds/rules/guild.js';
import {
  missingFor,
  permissionsOf,
  wantedFeatures,
  type PermissionName,
  type ServerFeature,
} from '../../features/guilds/rules/permissions.js';
import { MAPPED_ROLE_TYPES } from '../../features/role-mappings/rules/role-mapping.js';
import type { RoleMappingsService } from '../../features/role-mappings/role-mappings.service.js';

/** Something that VerseLink is to do on the server, and what it lacks for that. */
export interface Want {
  readonly feature: ServerFeature;
  readonly channelId: string | null;
  readonly lacks: readonly PermissionName[];
  /** The channel is gone, or takes no messages. */
  readonly badChannel: boolean;
}

/** The server as the bot sees it, with all that it is to do there. */
export interface ServerView {
  readonly server: DiscordServer;
  readonly wants: readonly Want[];
  /** Names of roles that the bot is to give, and that stand above its own. */
  readonly rolesAbove: readonly string[];
}

/** Looks at a server with the bot's eyes. */
export class ServerLook {
  constructor(
    private readonly guilds: GuildsApi,
    private readonly members: MembersApi,
    private readonly mappings: RoleMappingsService,
  ) {}

  /**
   * @param guild its registration, if it has one
   * @param channelIds channels to be tried besides those that the registration names
   * @returns `null` when the bot is not in it
   * @throws DiscordFailure
   */
  async at(guildId: string, guild: Guild | null, channelIds: readonly string[]): Promise<ServerView | null> {
    const server = await this.guilds.find(guildId, 'now');
    if (server === null) return null;
    const [channels, own] = [await this.guilds.listChannels(guildId, 'now'), await this.members.own(guildId)];
    const held = permissionsOf(own, server, channels);
    const mappedIds = await this.givenRoleIds(guildId);
    const wants = wantsOf(guild, channelIds, mappedIds.length > 0).map(({ feature, channelId }) => ({
      feature,
      channelId,
      lacks: missingFor(feature, held, channelId),
      badChannel: isBad(channels, channelId),
    }));
    return { server, wants, rolesAbove: await this.namesAbove(guildId, own.roleIds, mappedIds) };
  }

  private async givenRoleIds(guildId: string): Promise<string[]> {
    const mappings = await Promise.all(MAPPED_ROLE_TYPES.map((type) => this.mappings.ofType(guildId, type)));
    return mappings
      .flat()
      .filter(({ auto_assign, auto_remove }) => auto_assign || auto_remove)
      .map(({ discord_role_id }) => discord_role_id);
  }

  private async namesAbove(
    guildId: string,
    ownIds: readonly string[],
    mappedIds: readonly string[],
  ): Promise<string[]> {
    const roles = await this.members.listRoles(guildId, 'now');
    const positions = roles.filter(({ id }) => ownIds.includes(id)).map(({ position }) => position);
    const top = Math.max(0, ...positions);
    return roles
      .filter(({ id, position }) => mappedIds.includes(id) && position >= top)
      .map(({ name }) => name);
  }
}

function wantsOf(
  guild: Guild | null,
  channelIds: readonly string[],
  hasMappedRoles: boolean,
): readonly Pick<Want, 'feature' | 'channelId'>[] {
  const wants: Pick<Want, 'feature' | 'channelId'>[] = guild === null ? [] : [...wantedFeatures(guild)];
  const add = (feature: ServerFeature, channelId: string | null) => {
    if (!wants.some((want) => want.feature === feature && want.channelId === channelId))
      wants.push({ feature, channelId });
  };
  if (guild === null) add('scheduled_events', null);
  for (const channelId of channelIds) add('signup_messages', channelId);
  if (hasMappedRoles) add('roles', null);
  return wants;
}

function isBad(channels: readonly ServerChannel[], channelId: string | null): boolean {
  return channelId !== null && channelFault(channels, channelId) !== null;
}
