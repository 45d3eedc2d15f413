import type { FieldError } from '../../../common/errors.js';
import type { Guild } from './guild.js';

/** A Discord server as the bot sees it, as far as we need it. */
export interface DiscordServer {
  readonly id: string;
  readonly name: string;
  readonly owner_id: string;
  readonly roles: readonly ServerRole[];
}

/** A role of a Discord server. `@everyone` is one of them, and its id is the server's. */
interface ServerRole extends GuildRole {
  readonly permissions: bigint;
}

/** A role of a Discord server, as far as giving it goes. */
export interface GuildRole {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  /** True for roles of bots and integrations, which only Discord or a bot gives and takes. */
  readonly managed: boolean;
}

/** A channel of a Discord server; threads are not listed. */
export interface ServerChannel {
  readonly id: string;
  readonly name: string;
  readonly type: number;
  /** Its category; `null` for one that stands by itself. */
  readonly parent_id: string | null;
  readonly position: number;
  /** What it allows and denies beyond the server: to everyone, to roles and to members, by their ids. */
  readonly overwrites: readonly { readonly id: string; readonly allow: bigint; readonly deny: bigint }[];
}

/** Somebody on a server, with their roles. */
export interface Member {
  readonly id: string;
  readonly roleIds: readonly string[];
}

/** A server with its channels, and the bot as it stands there. */
export interface SeenServer {
  readonly server: DiscordServer;
  readonly channels: readonly ServerChannel[];
  readonly bot: Member;
}

/** Bits of Discord's permissions: ADMINISTRATOR stands for all of them (Discord: topics/permissions). */
const ADMINISTRATOR = 1n << 3n;
const MANAGE_GUILD = 1n << 5n;

/** Discord's types of channels that hold plain messages: text and announcement (Discord: resources/channel). */
const MESSAGE_CHANNELS: readonly number[] = [0, 5];

/** The settings of a registered server that name channels. */
const CHANNEL_FIELDS = [
  'announcement_channel_id',
  'event_channel_id',
  'reminder_channel_id',
  'welcome_channel_id',
] as const;

/** What a client says about a server that Discord knows better. */
export type ServerSettings = Partial<Pick<Guild, 'owner_id' | (typeof CHANNEL_FIELDS)[number]>>;

/** Whether a member with these roles has Manage Server. The owner has it without any. */
export function hasManageServer(server: DiscordServer, roleIds: readonly string[]): boolean {
  return server.roles
    .filter(({ id }) => id === server.id || roleIds.includes(id))
    .some(({ permissions }) => (permissions & (ADMINISTRATOR | MANAGE_GUILD)) !== 0n);
}

/** The channels that settings name. */
export function givenChannels(settings: ServerSettings): { readonly field: string; readonly id: string }[] {
  return CHANNEL_FIELDS.flatMap((field) => {
    const id = settings[field];
    return typeof id === 'string' ? [{ field, id }] : [];
  });
}

/** The settings that are not so on Discord. */
export function settingFaults(
  server: DiscordServer,
  channels: readonly ServerChannel[],
  settings: ServerSettings,
): FieldError[] {
  const faults = givenChannels(settings).flatMap(({ field, id }) => {
    const message = channelFault(channels, id);
    return message === null ? [] : [{ field, message }];
  });
  const { owner_id } = settings;
  if (owner_id === undefined || owner_id === server.owner_id) return faults;
  return [...faults, { field: 'owner_id', message: 'is not the owner of this server' }];
}

/** Why our messages cannot go to this channel; `null` when they can. */
export function channelFault(channels: readonly ServerChannel[], channelId: string): string | null {
  const channel = channels.find(({ id }) => id === channelId);
  if (channel === undefined) return 'is not a channel of this server that the bot can see';
  if (!MESSAGE_CHANNELS.includes(channel.type)) return 'must be a text or announcement channel';
  return null;
}

/**
 * Why this role cannot stand for something; `null` when it can.
 * @param given whether the bot has to give and take it
 */
export function roleFault(server: DiscordServer, roleId: string, given: boolean): string | null {
  const role = server.roles.find(({ id }) => id === roleId);
  if (role === undefined) return 'is not a role of this server';
  if (role.id === server.id) return 'must not be @everyone, which every member has';
  if (given && role.managed)
    return 'must be a role that the bot can give; Discord or an integration manages this one';
  return null;
}

/**
 * Why the bot cannot give and take a role; `null` when it can: Discord lets it reach only what stands below its own highest role.
 * @param botRoles the bot's own roles
 */
export function roleObstacle(
  roleId: string,
  roles: readonly GuildRole[],
  botRoles: readonly string[],
): string | null {
  const role = roles.find(({ id }) => id === roleId);
  if (role === undefined) return 'The role does not exist in this server.';
  if (role.managed) return 'The role belongs to an integration.';
  const top = Math.max(0, ...roles.filter(({ id }) => botRoles.includes(id)).map(({ position }) => position));
  return role.position >= top ? "The role stands above the bot's own." : null;
}
