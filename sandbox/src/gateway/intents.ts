import { GatewayIntentBits as I, type GatewayMessageCreateDispatchData } from 'discord-api-types/v10';
import type { DispatchName, Signal } from '../world/bus.js';

type Dispatch = Extract<Signal, { kind: 'dispatch' }>;

/** Which intent a dispatch of a guild needs; those not named here are always sent. */
const IN_GUILD: Partial<Record<DispatchName, number>> = {
  GUILD_CREATE: I.Guilds,
  GUILD_UPDATE: I.Guilds,
  GUILD_DELETE: I.Guilds,
  GUILD_ROLE_CREATE: I.Guilds,
  GUILD_ROLE_UPDATE: I.Guilds,
  GUILD_ROLE_DELETE: I.Guilds,
  CHANNEL_CREATE: I.Guilds,
  CHANNEL_UPDATE: I.Guilds,
  CHANNEL_DELETE: I.Guilds,
  CHANNEL_PINS_UPDATE: I.Guilds,
  THREAD_CREATE: I.Guilds,
  THREAD_UPDATE: I.Guilds,
  THREAD_DELETE: I.Guilds,
  THREAD_LIST_SYNC: I.Guilds,
  THREAD_MEMBER_UPDATE: I.Guilds,
  THREAD_MEMBERS_UPDATE: I.Guilds | I.GuildMembers,
  GUILD_MEMBER_ADD: I.GuildMembers,
  GUILD_MEMBER_UPDATE: I.GuildMembers,
  GUILD_MEMBER_REMOVE: I.GuildMembers,
  GUILD_AUDIT_LOG_ENTRY_CREATE: I.GuildModeration,
  GUILD_BAN_ADD: I.GuildModeration,
  GUILD_BAN_REMOVE: I.GuildModeration,
  GUILD_EMOJIS_UPDATE: I.GuildExpressions,
  GUILD_STICKERS_UPDATE: I.GuildExpressions,
  GUILD_SOUNDBOARD_SOUND_CREATE: I.GuildExpressions,
  GUILD_SOUNDBOARD_SOUND_UPDATE: I.GuildExpressions,
  GUILD_SOUNDBOARD_SOUND_DELETE: I.GuildExpressions,
  GUILD_INTEGRATIONS_UPDATE: I.GuildIntegrations,
  INTEGRATION_CREATE: I.GuildIntegrations,
  INTEGRATION_UPDATE: I.GuildIntegrations,
  INTEGRATION_DELETE: I.GuildIntegrations,
  INVITE_CREATE: I.GuildInvites,
  INVITE_DELETE: I.GuildInvites,
  AUTO_MODERATION_RULE_CREATE: I.AutoModerationConfiguration,
  AUTO_MODERATION_RULE_UPDATE: I.AutoModerationConfiguration,
  AUTO_MODERATION_RULE_DELETE: I.AutoModerationConfiguration,
  AUTO_MODERATION_ACTION_EXECUTION: I.AutoModerationExecution,
  WEBHOOKS_UPDATE: I.GuildWebhooks,
  VOICE_STATE_UPDATE: I.GuildVoiceStates,
  VOICE_CHANNEL_EFFECT_SEND: I.GuildVoiceStates,
  VOICE_CHANNEL_STATUS_UPDATE: I.Guilds,
  STAGE_INSTANCE_CREATE: I.Guilds,
  STAGE_INSTANCE_UPDATE: I.Guilds,
  STAGE_INSTANCE_DELETE: I.Guilds,
  MESSAGE_CREATE: I.GuildMessages,
  MESSAGE_UPDATE: I.GuildMessages,
  MESSAGE_DELETE: I.GuildMessages,
  MESSAGE_DELETE_BULK: I.GuildMessages,
  MESSAGE_POLL_VOTE_ADD: I.GuildMessagePolls,
  MESSAGE_POLL_VOTE_REMOVE: I.GuildMessagePolls,
  MESSAGE_REACTION_ADD: I.GuildMessageReactions,
  MESSAGE_REACTION_REMOVE: I.GuildMessageReactions,
  MESSAGE_REACTION_REMOVE_ALL: I.GuildMessageReactions,
  MESSAGE_REACTION_REMOVE_EMOJI: I.GuildMessageReactions,
  TYPING_START: I.GuildMessageTyping,
  PRESENCE_UPDATE: I.GuildPresences,
  GUILD_SCHEDULED_EVENT_CREATE: I.GuildScheduledEvents,
  GUILD_SCHEDULED_EVENT_UPDATE: I.GuildScheduledEvents,
  GUILD_SCHEDULED_EVENT_DELETE: I.GuildScheduledEvents,
  GUILD_SCHEDULED_EVENT_EXCEPTION_CREATE: I.GuildScheduledEvents,
  GUILD_SCHEDULED_EVENT_EXCEPTION_UPDATE: I.GuildScheduledEvents,
  GUILD_SCHEDULED_EVENT_EXCEPTION_DELETE: I.GuildScheduledEvents,
  GUILD_SCHEDULED_EVENT_USER_ADD: I.GuildScheduledEvents,
  GUILD_SCHEDULED_EVENT_USER_REMOVE: I.GuildScheduledEvents,
};

/** The same for direct messages. */
const IN_DM: Partial<Record<DispatchName, number>> = {
  CHANNEL_CREATE: I.DirectMessages,
  CHANNEL_PINS_UPDATE: I.DirectMessages,
  MESSAGE_CREATE: I.DirectMessages,
  MESSAGE_UPDATE: I.DirectMessages,
  MESSAGE_DELETE: I.DirectMessages,
  MESSAGE_POLL_VOTE_ADD: I.DirectMessagePolls,
  MESSAGE_POLL_VOTE_REMOVE: I.DirectMessagePolls,
  MESSAGE_REACTION_ADD: I.DirectMessageReactions,
  MESSAGE_REACTION_REMOVE: I.DirectMessageReactions,
  TYPING_START: I.DirectMessageTyping,
};

/** Whether a session with these intents gets a dispatch. News of the bot's own membership always come. */
export function isWanted(dispatch: Dispatch, intents: number, botId: string): boolean {
  const needed = (dispatch.guild_id === null ? IN_DM : IN_GUILD)[dispatch.t];
  if (needed === undefined || (intents & needed) !== 0) return true;
  return dispatch.t === 'GUILD_MEMBER_UPDATE' && (dispatch.d as { user: { id: string } }).user.id === botId;
}

/** The data of a dispatch as a session may see it: without MESSAGE_CONTENT, other people's texts are blank. */
export function visibleData(dispatch: Dispatch, intents: number, botId: string): unknown {
  if (dispatch.t === 'GUILD_CREATE') return visibleGuild(dispatch.d, intents, botId);
  if (dispatch.t !== 'MESSAGE_CREATE' && dispatch.t !== 'MESSAGE_UPDATE') return dispatch.d;
  const message = dispatch.d as GatewayMessageCreateDispatchData;
  const readable =
    (intents & I.MessageContent) !== 0 ||
    dispatch.guild_id === null ||
    message.author.id === botId ||
    message.mentions.some((user) => user.id === botId);
  if (readable) return message;
  const { poll: _, ...rest } = message;
  return { ...rest, content: '', embeds: [], attachments: [], components: [] };
}

/** Without the members intent a guild comes with the bot's own membership only, without that for presences with none. */
function visibleGuild(d: Dispatch['d'], intents: number, botId: string): unknown {
  const guild = d as { members: { user: { id: string } }[] };
  const withMembers = (intents & (I.GuildMembers | I.GuildPresences)) !== 0;
  return {
    ...guild,
    members: withMembers ? guild.members : guild.members.filter((m) => m.user.id === botId),
    ...(intents & I.GuildPresences ? {} : { presences: [] }),
  };
}

/** The shard that a guild belongs to; direct messages are shard 0's. */
export function shardOf(guildId: string | null, shards: number): number {
  return guildId === null || shards === 1 ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(shards));
}
