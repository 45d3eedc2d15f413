import {
  GuildScheduledEventStatus,
  type APIGuild,
  type APIGuildPreview,
  type APIGuildScheduledEvent,
  type APIChannel,
  type APIGuildMember,
  type APIMessage,
  type APIRole,
  type GatewayGuildCreateDispatchData,
} from 'discord-api-types/v10';
import { boostTier } from './boosts.js';
import type { GuildRecord, ScheduledEventRecord } from '../world/records.js';
import { compareSnowflakes } from '../world/snowflake.js';
import type { World } from '../world/world.js';
import { channelShape, isThread } from './channel.js';
import { emojisOf } from './emoji.js';
import { soundShape, stickerShape } from './expressions.js';
import { messageShape } from './message.js';
import { presencesOf } from './presence.js';
import { roleShape } from './role.js';
import { scheduledEventShape } from './scheduled-event.js';
import { memberShape } from './user.js';
import { bareVoiceStateShape, stageInstanceShape } from './voice.js';

/** A guild in Discord's own form, as REST gives it. */
export function guildShape(world: World, guild: GuildRecord, withCounts = false): APIGuild {
  const members = world.membersByGuild.count(guild.id);
  const shape: Record<string, unknown> = {
    id: guild.id,
    name: guild.name,
    icon: guild.icon,
    description: guild.description,
    home_header: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    owner_id: guild.owner_id,
    application_id: null,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: guild.system_channel_id,
    system_channel_flags: 0,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    roles: world.rolesByGuild.of(guild.id).map(roleShape),
    default_message_notifications: 0,
    mfa_level: 0,
    explicit_content_filter: 0,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: guild.community?.vanity_code ?? null,
    premium_tier: boostTier(guild),
    premium_subscription_count: guild.community?.boosts ?? 0,
    preferred_locale: guild.preferred_locale,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    premium_progress_bar_enabled: false,
    nsfw: false,
    nsfw_level: 0,
    hub_type: null,
    emojis: emojisOf(world, guild.id),
    stickers: world.stickers.byGuild.of(guild.id).map((sticker) => stickerShape(world, sticker)),
    incidents_data: guild.community?.incidents ?? null,
    ...guild.settings,
    features: featuresOf(guild),
    ...(withCounts ? { approximate_member_count: members, approximate_presence_count: members } : {}),
  };
  return shape as unknown as APIGuild;
}

/** What each tier of boosts gives. */
const BY_TIER = [
  [],
  ['ANIMATED_ICON', 'INVITE_SPLASH'],
  ['BANNER', 'ROLE_ICONS'],
  ['ANIMATED_BANNER', 'VANITY_URL'],
] as const;

/** What a guild has switched on, and what its boosts give it. */
export function featuresOf(guild: GuildRecord): string[] {
  const own = (guild.settings?.['features'] as string[] | undefined) ?? [];
  return [...own, ...BY_TIER.slice(0, boostTier(guild) + 1).flat()];
}

/** A guild as who looks at it from outside sees it. */
export function guildPreviewShape(world: World, guild: GuildRecord): APIGuildPreview {
  const members = world.membersByGuild.count(guild.id);
  return {
    id: guild.id,
    name: guild.name,
    icon: guild.icon,
    description: guild.description,
    home_header: null,
    splash: null,
    discovery_splash: null,
    features: featuresOf(guild),
    approximate_member_count: members,
    approximate_presence_count: members,
    emojis: emojisOf(world, guild.id),
    stickers: world.stickers.byGuild.of(guild.id).map((sticker) => stickerShape(world, sticker)),
  } as APIGuildPreview;
}

/** Whether a scheduled event is still to come or running: only these does Discord list. */
export function isLive(event: ScheduledEventRecord): boolean {
  return (
    event.status === GuildScheduledEventStatus.Scheduled || event.status === GuildScheduledEventStatus.Active
  );
}

/**
 * The `GUILD_CREATE` of a guild. Without the members intent Discord sends only the bot's own membership, and `unavailable`
 * only of a guild that the bot was in already: by that clients know it from one that it joins.
 */
export function guildCreateShape(
  world: World,
  guild: GuildRecord,
  botId: string,
  { withMembers, withPresences, joining }: Record<'withMembers' | 'withPresences' | 'joining', boolean>,
): GatewayGuildCreateDispatchData {
  const channels = world.channelsByGuild.of(guild.id);
  const members = world.membersByGuild.of(guild.id);
  const shown = withMembers ? members : members.filter((m) => m.user_id === botId);
  const shape = {
    ...guildShape(world, guild),
    joined_at: guild.joined_at,
    large: members.length > 50,
    ...(joining ? {} : { unavailable: false }),
    member_count: members.length,
    voice_states: world.voiceByGuild.of(guild.id).map(bareVoiceStateShape),
    members: shown.map((m) => memberShape(world, m)),
    channels: channels.filter((c) => !isThread(c)).map((c) => channelShape(world, c)),
    threads: channels.filter((c) => c.thread?.archived === false).map((c) => channelShape(world, c, botId)),
    presences: withPresences ? presencesOf(world, members) : [],
    stage_instances: world.stagesByGuild.of(guild.id).map(stageInstanceShape),
    guild_scheduled_events: world.eventsByGuild
      .of(guild.id)
      .filter(isLive)
      .map((e) => scheduledEventShape(world, e)),
    soundboard_sounds: world.sounds.byGuild.of(guild.id).map((sound) => soundShape(world, sound)),
  };
  return shape as GatewayGuildCreateDispatchData;
}

/** The answer of `GET /sandbox/guilds/{id}`: the whole server, finished scheduled events included. */
export interface GuildView {
  id: string;
  name: string;
  owner_id: string;
  preferred_locale: string;
  scheduled_events: APIGuildScheduledEvent[];
  channels: (APIChannel & { messages: APIMessage[] })[];
  roles: APIRole[];
  members: APIGuildMember[];
}

/** The whole of a server as Discord holds it, for the control call and the page. Ephemeral messages are left out. */
export function guildView(world: World, guild: GuildRecord): GuildView {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.owner_id,
    preferred_locale: guild.preferred_locale,
    scheduled_events: world.eventsByGuild.of(guild.id).map((e) => scheduledEventShape(world, e, true)),
    channels: world.channelsByGuild
      .of(guild.id)
      .map((c) => ({ ...channelShape(world, c), messages: messagesOf(world, c.id) })),
    roles: world.rolesByGuild.of(guild.id).map(roleShape),
    members: world.membersByGuild.of(guild.id).map((m) => memberShape(world, m)),
  };
}

/** The messages of a channel that everybody in it sees, oldest first. */
export function messagesOf(world: World, channelId: string): APIMessage[] {
  return world.messagesByChannel
    .of(channelId)
    .filter((m) => m.reader_id === null)
    .sort((a, b) => compareSnowflakes(a.id, b.id))
    .map((m) => messageShape(world, m));
}
