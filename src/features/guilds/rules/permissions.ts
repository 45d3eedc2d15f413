import type { DiscordServer, Member, SeenServer, ServerChannel } from './discord-server.js';
import type { Guild } from './guild.js';

/** Discord's permissions that VerseLink asks for, by their names on Discord. */
export const PERMISSIONS = {
  'Manage Channels': 1n << 4n,
  'View Channels': 1n << 10n,
  'Send Messages': 1n << 11n,
  'Embed Links': 1n << 14n,
  'Read Message History': 1n << 16n,
  'Manage Roles': 1n << 28n,
  'Manage Events': 1n << 33n,
  'Manage Threads': 1n << 34n,
  'Create Public Threads': 1n << 35n,
  'Create Private Threads': 1n << 36n,
  'Send Messages in Threads': 1n << 38n,
  'Create Events': 1n << 44n,
} as const satisfies Record<string, bigint>;
export type PermissionName = keyof typeof PERMISSIONS;

const ADMINISTRATOR = 1n << 3n;
const ALL = (1n << 64n) - 1n;

const MESSAGES = ['View Channels', 'Send Messages', 'Embed Links', 'Read Message History'] as const;

/** What each feature needs; those with a channel need it there. */
const NEEDED = {
  scheduled_events: ['Create Events', 'Manage Events'],
  signup_messages: MESSAGES,
  announcements: MESSAGES,
  reminders: MESSAGES,
  welcome: MESSAGES,
  channels: ['Manage Channels', 'Manage Roles', 'View Channels'],
  threads: [
    'View Channels',
    'Create Public Threads',
    'Create Private Threads',
    'Send Messages in Threads',
    'Manage Threads',
  ],
  roles: ['Manage Roles'],
} as const satisfies Record<string, readonly PermissionName[]>;
export type ServerFeature = keyof typeof NEEDED;
export const SERVER_FEATURES = Object.keys(NEEDED) as ServerFeature[];

/** Whether this is one of the features that need permissions. */
export function isFeature(name: string): name is ServerFeature {
  return name in NEEDED;
}

/** What the bot lacks for a feature that the server wants. */
export interface MissingPermissions {
  readonly feature: ServerFeature;
  /** `null` for the server as a whole. */
  readonly channel_id: string | null;
  readonly permissions: PermissionName[];
}

type Remedy = 'self' | 'channel' | 'invite';

/** How a feature that a server wants stands there. */
export interface FeatureState extends MissingPermissions {
  readonly needed: readonly PermissionName[];
  /**
   * What gives the bot what it lacks: `self`, it may itself allow it in the channel · `channel`, a person has to, there ·
   * `invite`, the server does not allow it · `null` when nothing is missing.
   */
  readonly remedy: Remedy | null;
}

/** All permissions that VerseLink may need on a server: those of the link that invites it. */
export const INVITED_WITH = bitsOf(SERVER_FEATURES.flatMap((feature) => NEEDED[feature]));

/** The features that a server's settings ask for, each with its channel. */
export function wantedFeatures(
  guild: Guild,
): { readonly feature: ServerFeature; readonly channelId: string | null }[] {
  const channels = [
    { feature: 'signup_messages', channelId: guild.sync_enabled ? guild.event_channel_id : null },
    { feature: 'announcements', channelId: guild.announcement_channel_id },
    { feature: 'reminders', channelId: guild.reminder_enabled ? guild.reminder_channel_id : null },
    { feature: 'welcome', channelId: guild.welcome_enabled ? guild.welcome_channel_id : null },
  ] as const;
  return [
    ...(guild.sync_enabled ? [{ feature: 'scheduled_events', channelId: null } as const] : []),
    ...channels.filter(({ channelId }) => channelId !== null),
    ...(guild.auto_create_channels ? [channelsFeature(guild)] : []),
    ...(guild.auto_manage_roles ? [{ feature: 'roles', channelId: null } as const] : []),
  ];
}

function channelsFeature({ channel_layout, event_channel_id }: Guild) {
  return channel_layout === 'thread'
    ? ({ feature: 'threads', channelId: event_channel_id } as const)
    : ({ feature: 'channels', channelId: null } as const);
}

/** What the bot lacks for a feature; a channel that it does not see lacks all. */
export function missingFor(
  feature: ServerFeature,
  held: (channelId: string | null) => bigint,
  channelId: string | null,
): PermissionName[] {
  const bits = held(channelId);
  return NEEDED[feature].filter((name) => (bits & PERMISSIONS[name]) === 0n);
}

/** How every feature that the server wants stands there. */
export function featureStates(guild: Guild, held: (channelId: string | null) => bigint): FeatureState[] {
  return wantedFeatures(guild).map(({ feature, channelId }) => {
    const permissions = missingFor(feature, held, channelId);
    const remedy = permissions.length === 0 ? null : remedyFor(permissions, held, channelId);
    return { feature, channel_id: channelId, needed: NEEDED[feature], permissions, remedy };
  });
}

/** Discord lets a bot allow itself in a channel what it may do on the server, where it sees the channel and manages roles. */
function remedyFor(
  permissions: readonly PermissionName[],
  held: (channelId: string | null) => bigint,
  channelId: string | null,
): Remedy {
  const bits = bitsOf(permissions);
  if (channelId === null || (held(null) & bits) !== bits) return 'invite';
  const manages = bitsOf(['View Channels', 'Manage Roles']);
  return (held(channelId) & manages) === manages ? 'self' : 'channel';
}

/** Permissions as Discord's number. */
export function bitsOf(names: readonly PermissionName[]): bigint {
  return names.reduce((bits, name) => bits | PERMISSIONS[name], 0n);
}

/**
 * What a member may do on a server, in each of its channels: their roles together, then what the channel says of everyone,
 * of their roles, and of them, in this order (Discord: topics/permissions).
 */
export function permissionsOf(
  member: Member,
  server: DiscordServer,
  channels: readonly ServerChannel[],
): (channelId: string | null) => bigint {
  const roles = server.roles.filter(({ id }) => id === server.id || member.roleIds.includes(id));
  const base = roles.reduce((bits, { permissions }) => bits | permissions, 0n);
  const isOwner = server.owner_id === member.id;
  const everywhere = isOwner || (base & ADMINISTRATOR) !== 0n ? ALL : base;
  return (channelId) => {
    if (channelId === null || everywhere === ALL) return everywhere;
    const channel = channels.find(({ id }) => id === channelId);
    return channel === undefined ? 0n : inChannel(member, everywhere, channel, server.id);
  };
}

/**
 * Why the bot lacks a permission. `server`: none of its roles there allows it · `everyone`, `role`, `member`: the channel denies
 * it to @everyone, to roles of the bot, to the bot itself · `hidden`: it would be allowed, but the bot does not see the channel.
 */
export const DENIED_BY = ['server', 'everyone', 'role', 'member', 'hidden'] as const;
export interface Denial {
  readonly permission: PermissionName;
  readonly by: (typeof DENIED_BY)[number];
  /** The roles that deny it; of `server`, those that could allow it. */
  readonly role_ids: readonly string[];
}

/** Why each of these permissions, which the bot lacks, is denied. @param channelId `null` for the server as a whole */
export function denialsOf(
  permissions: readonly PermissionName[],
  { server, channels, bot }: SeenServer,
  channelId: string | null,
): Denial[] {
  const onServer = permissionsOf(bot, server, channels)(null);
  const [everyone = [], roles = [], own = []] = stepsIn(
    bot,
    channels.find(({ id }) => id === channelId),
    server.id,
  );
  return permissions.map((permission) => {
    const bit = PERMISSIONS[permission];
    const denying = (step: ServerChannel['overwrites']) =>
      step.filter(({ allow, deny }) => (deny & ~allow & bit) !== 0n).map(({ id }) => id);
    const allows = (step: ServerChannel['overwrites']) => step.some(({ allow }) => (allow & bit) !== 0n);
    if ((onServer & bit) === 0n) return { permission, by: 'server', role_ids: bot.roleIds };
    if (denying(own).length > 0) return { permission, by: 'member', role_ids: [] };
    if (denying(roles).length > 0 && !allows([...own, ...roles]))
      return { permission, by: 'role', role_ids: denying(roles) };
    if (denying(everyone).length > 0 && !allows([...own, ...roles]))
      return { permission, by: 'everyone', role_ids: [server.id] };
    return { permission, by: 'hidden', role_ids: [] };
  });
}

/** What a channel says of everyone, then of a member's roles, then of the member. */
function stepsIn(
  member: Member,
  channel: ServerChannel | undefined,
  everyoneId: string,
): ServerChannel['overwrites'][] {
  const { overwrites = [] } = channel ?? {};
  return [
    overwrites.filter(({ id }) => id === everyoneId),
    overwrites.filter(({ id }) => id !== everyoneId && member.roleIds.includes(id)),
    overwrites.filter(({ id }) => id === member.id),
  ];
}

function inChannel(member: Member, base: bigint, channel: ServerChannel, everyoneId: string): bigint {
  const bits = stepsIn(member, channel, everyoneId).reduce((held, step) => {
    const denied = step.reduce((all, { deny }) => all | deny, 0n);
    const allowed = step.reduce((all, { allow }) => all | allow, 0n);
    return (held & ~denied) | allowed;
  }, base);
  // Without the right to see a channel nothing else counts there.
  return (bits & PERMISSIONS['View Channels']) === 0n ? 0n : bits;
}
