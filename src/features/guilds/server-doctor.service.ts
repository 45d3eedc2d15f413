import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../common/actor.js';
import { DiscordFailure } from '../../common/discord-failure.js';
import { conflict } from '../../common/errors.js';
import { nonceOf } from '../../common/nonce.js';
import { GuildsApi } from '../../discord-api/guilds.api.js';
import { MessagesApi } from '../../discord-api/messages.api.js';
import { textsIn } from '../../languages/languages.js';
import { UsersService } from '../users/users.service.js';
import { GuildsService } from './guilds.service.js';
import {
  channelFault,
  type GuildRole,
  roleObstacle,
  type SeenServer,
  type ServerChannel,
} from './rules/discord-server.js';
import type { Guild } from './rules/guild.js';
import {
  type Denial,
  denialsOf,
  type FeatureState,
  featureStates,
  missingFor,
  type PermissionName,
  permissionsOf,
} from './rules/permissions.js';
import { ServerPermissions } from './server-permissions.js';

/** How a feature stands on a server, and what denies what it lacks. */
export interface ExaminedFeature extends FeatureState {
  /** `null` for the server as a whole, and for a channel that is gone. */
  readonly channel_name: string | null;
  /** Whether the channel is gone, or holds no messages. */
  readonly channel_unusable: boolean;
  readonly denials: readonly (Omit<Denial, 'role_ids'> & { readonly roles: readonly NamedRole[] })[];
}

/** A role by its name. */
interface NamedRole {
  readonly id: string;
  readonly name: string;
}

/** How a server stands at this moment. `absent`: the bot is not there · `unknown`: Discord does not say. */
export interface Examination {
  readonly state: 'seen' | 'absent' | 'unknown';
  readonly features: readonly ExaminedFeature[];
  /** Invites the bot anew with what the server does not allow it yet; `null` when that mends nothing. */
  readonly invite_url: string | null;
}

/** A channel to choose from. */
export interface ChannelChoice extends Omit<ServerChannel, 'overwrites'> {
  /** Whether messages can go there. */
  readonly takes_messages: boolean;
  /** What the bot lacks to post there. */
  readonly missing_permissions: readonly PermissionName[];
}

/** A role to choose from. */
export interface RoleChoice extends GuildRole {
  /** Why the bot cannot give it; `null` when it can. */
  readonly obstacle: string | null;
}

/** A server that somebody manages on Discord. */
export interface ServerChoice {
  readonly guild_id: string;
  readonly name: string;
  readonly bot_is_there: boolean;
  /** Whether it is registered, by whatever organization. */
  readonly registered: boolean;
  /** Invites the bot there, with every permission that it may need. */
  readonly invite_url: string;
}

/** What came of a message that was posted to see whether it can be. */
export interface Trial {
  readonly ok: boolean;
  /** What Discord refused, in plain words. */
  readonly error: string | null;
}

/** How the bot stands at one place of a server. */
export interface PlaceLook {
  readonly channel_name: string | null;
  /** What the bot lacks there for what the server's settings ask for; `null` when that is not known. */
  readonly missing_permissions: readonly PermissionName[] | null;
}

/** Servers of which Discord is asked whether the bot is there. */
const SERVERS_ASKED = 50;

/** Looks at servers with the bot's eyes, for people who choose channels and roles, or look for what is wrong. */
@Injectable()
export class ServerDoctor {
  constructor(
    private readonly guilds: GuildsService,
    private readonly permissions: ServerPermissions,
    private readonly servers: GuildsApi,
    private readonly messages: MessagesApi,
    private readonly users: UsersService,
  ) {}

  /** What each feature needs, what is missing, and what denies it. @throws not_found, forbidden as `GuildsService.administered` */
  async examine(actor: Actor, guildId: string): Promise<Examination> {
    const guild = await this.guilds.administered(actor, guildId);
    const seen = await this.permissions.see(guildId).catch(unknown);
    if (seen === 'unknown') return { state: 'unknown', features: [], invite_url: null };
    if (seen === null)
      return { state: 'absent', features: [], invite_url: this.permissions.inviteUrl(guildId) };
    const held = permissionsOf(seen.bot, seen.server, seen.channels);
    const states = featureStates(guild, held);
    return {
      state: 'seen',
      features: states.map((state) => examined(state, seen)),
      invite_url: this.permissions.mendingInvite(guildId, states, held),
    };
  }

  /**
   * What the bot lacks in any channel of a server, or on the server as a whole (`null`), for who runs the site.
   * @returns `null` when the bot is not there, or Discord does not say
   */
  async lookAt(guild: Guild): Promise<((channelId: string | null) => PlaceLook) | null> {
    const seen = await this.permissions.see(guild.guild_id).catch(unknown);
    if (seen === null || seen === 'unknown') return null;
    const held = permissionsOf(seen.bot, seen.server, seen.channels);
    const states = featureStates(guild, held);
    return (channelId) => {
      const here = states.filter(({ channel_id }) => channel_id === channelId);
      const missing = here.flatMap(({ permissions }) => permissions);
      const alone = here.length === 0 && channelId !== null;
      return {
        channel_name: seen.channels.find(({ id }) => id === channelId)?.name ?? null,
        // A channel that no setting names any more was one for messages.
        missing_permissions: alone ? missingFor('signup_messages', held, channelId) : [...new Set(missing)],
      };
    };
  }

  /** The channels of a server, as Discord orders them. @throws as `examine`; conflict `bot_not_there`; DiscordFailure */
  async channels(actor: Actor, guildId: string): Promise<ChannelChoice[]> {
    const { server, channels, bot } = await this.require(actor, guildId);
    const held = permissionsOf(bot, server, channels);
    return channels
      .toSorted((a, b) => a.position - b.position)
      .map(({ overwrites: _overwrites, ...channel }) => ({
        ...channel,
        takes_messages: channelFault(channels, channel.id) === null,
        missing_permissions: missingFor('signup_messages', held, channel.id),
      }));
  }

  /** The roles of a server but @everyone, the highest first. @throws as `channels` */
  async roles(actor: Actor, guildId: string): Promise<RoleChoice[]> {
    const { server, bot } = await this.require(actor, guildId);
    return server.roles
      .filter(({ id }) => id !== server.id)
      .toSorted((a, b) => b.position - a.position)
      .map(({ permissions: _permissions, ...role }) => ({
        ...role,
        obstacle: roleObstacle(role.id, server.roles, bot.roleIds),
      }));
  }

  /** Posts a message in a channel and deletes it. @throws as `channels` */
  async tryMessage(actor: Actor, guildId: string, channelId: string): Promise<Trial> {
    const { guild, channels } = await this.require(actor, guildId);
    const fault = channelFault(channels, channelId);
    if (fault !== null) return { ok: false, error: `The channel ${fault}.` };
    try {
      const body = { content: textsIn(guild.locale).doctor.trial.text, allowed_mentions: { parse: [] } };
      const id = await this.messages.post(channelId, body, nonceOf('trial', randomUUID()));
      await this.messages.delete(channelId, id);
      return { ok: true, error: null };
    } catch (error) {
      if (!(error instanceof DiscordFailure) || error.treatment === 'wait') throw error;
      return { ok: false, error: error.message };
    }
  }

  /** The servers that the actor managed when they last signed in, by name; `null` before they did. @throws DiscordFailure */
  async managedBy({ user_id }: Actor): Promise<ServerChoice[] | null> {
    const managed = await this.users.managedBy(user_id);
    if (managed === null) return null;
    const byName = managed.toSorted((a, b) => a.name.localeCompare(b.name)).slice(0, SERVERS_ASKED);
    return Promise.all(
      byName.map(async ({ guild_id, name }) => {
        const registered = (await this.guilds.find(guild_id)) !== null;
        const there = registered || (await this.servers.find(guild_id)) !== null;
        return {
          guild_id,
          name,
          registered,
          bot_is_there: there,
          invite_url: this.permissions.inviteUrl(guild_id),
        };
      }),
    );
  }

  private async require(actor: Actor, guildId: string): Promise<SeenServer & { readonly guild: Guild }> {
    const guild = await this.guilds.administered(actor, guildId);
    const seen = await this.permissions.see(guildId);
    if (seen === null) throw conflict('bot_not_there', 'The bot is not on this Discord server any more.');
    return { ...seen, guild };
  }
}

function examined(state: FeatureState, seen: SeenServer): ExaminedFeature {
  const { channel_id: channelId, permissions } = state;
  const channel = seen.channels.find(({ id }) => id === channelId);
  const nameOf = (id: string) => seen.server.roles.find((role) => role.id === id)?.name ?? id;
  return {
    ...state,
    channel_name: channel?.name ?? null,
    channel_unusable: channelId !== null && channelFault(seen.channels, channelId) !== null,
    denials: denialsOf(permissions, seen, channelId).map(({ role_ids, ...denial }) => ({
      ...denial,
      roles: role_ids.map((id) => ({ id, name: nameOf(id) })),
    })),
  };
}

function unknown(error: unknown): 'unknown' {
  if (error instanceof DiscordFailure) return 'unknown';
  throw error;
}
