import {
  AuditLogEvent,
  AutoModerationActionType as Action,
  AutoModerationRuleEventType as Event,
  MessageType,
  PermissionFlagsBits as P,
  type APIAutoModerationAction,
  type APIEmbed,
} from 'discord-api-types/v10';
import { refuse } from '../errors.js';
import { matchText, type Match } from '../rules/moderated-text.js';
import { channelPermissions } from '../rules/permissions.js';
import { isThread } from '../shapes/channel.js';
import type { AutoModerationRecord } from '../world/community-records.js';
import type { Parts } from '../world/parts.js';
import type { ChannelRecord, MemberRecord } from '../world/records.js';
import { isoTime, memberId } from '../world/world.js';
import { writeAudit } from './audit-log.js';
import { updateMember } from './members.js';
import { createMessage, NO_DRAFT } from './messages.js';

/** Member flag of those whose name is against the rules. */
const QUARANTINED = 1 << 7;

const AUDITED: Record<Action, AuditLogEvent> = {
  [Action.BlockMessage]: AuditLogEvent.AutoModerationBlockMessage,
  [Action.SendAlertMessage]: AuditLogEvent.AutoModerationFlagToChannel,
  [Action.Timeout]: AuditLogEvent.AutoModerationUserCommunicationDisabled,
  [Action.BlockMemberInteraction]: AuditLogEvent.AutoModerationQuarantineUser,
};

/** What somebody wrote or is called, and where. */
interface Deed {
  member: MemberRecord;
  text: string;
  channel: ChannelRecord | null;
}

/**
 * Lets a server's rules act on what somebody is about to write; refuses it (200000) when one of them blocks it. Those who
 * manage the server are above the rules.
 */
export function moderateMessage(parts: Parts, channel: ChannelRecord, userId: string, text: string): void {
  if (isBlocked(parts, channel, userId, text)) throw refuse(200000);
}

/** The same for the name of a thread (200001). */
export function moderateTitle(parts: Parts, channel: ChannelRecord, userId: string, text: string): void {
  if (isBlocked(parts, channel, userId, text)) throw refuse(200001);
}

function isBlocked(parts: Parts, channel: ChannelRecord, userId: string, text: string): boolean {
  const { world } = parts;
  const guildId = channel.guild_id ?? '';
  if (text === '' || world.autoModeration.byGuild.count(guildId) === 0) return false;
  const member = world.members.get(memberId(guildId, userId));
  if (!member) return false;
  if (channelPermissions(world, channel, userId) & (P.ManageGuild | P.Administrator)) return false;
  return act(parts, { member, text, channel }, Event.MessageSend);
}

/** Lets a server's rules act on the names under which somebody is a member. */
export function moderateName(parts: Parts, member: MemberRecord): void {
  const user = parts.world.users.get(member.user_id);
  const text = [user?.username, user?.global_name, member.nick].filter((name) => name).join(' ');
  act(parts, { member, text, channel: null }, Event.MemberUpdate);
}

/** Takes the actions of all rules that the deed triggers; tells whether one of them blocks it. */
function act(parts: Parts, deed: Deed, event: Event): boolean {
  let blocks = false;
  for (const rule of parts.world.autoModeration.byGuild.of(deed.member.guild_id)) {
    if (!rule.enabled || rule.event_type !== event || isExempt(rule, deed)) continue;
    const match = matchText(rule, deed.text);
    if (!match) continue;
    for (const action of rule.actions) take(parts, deed, rule, action, match);
    blocks ||= rule.actions.some((action) => action.type === Action.BlockMessage);
  }
  return blocks;
}

function isExempt(rule: AutoModerationRecord, { member, channel }: Deed): boolean {
  const place = channel && isThread(channel) ? channel.parent_id : channel?.id;
  const inChannel = typeof place === 'string' && rule.exempt_channels.includes(place);
  return inChannel || member.roles.some((id) => rule.exempt_roles.includes(id));
}

function take(
  parts: Parts,
  deed: Deed,
  rule: AutoModerationRecord,
  action: APIAutoModerationAction,
  match: Match,
): void {
  const { member, text, channel } = deed;
  if (action.type === Action.Timeout) timeOut(parts, member, action.metadata?.duration_seconds ?? 60);
  if (action.type === Action.BlockMemberInteraction) updateMember(parts, member, { flags: QUARANTINED });
  const alert = action.type === Action.SendAlertMessage ? raiseAlert(parts, deed, rule, action, match) : null;
  const data = {
    guild_id: member.guild_id,
    action,
    rule_id: rule.id,
    rule_trigger_type: rule.trigger_type,
    user_id: member.user_id,
    ...(channel ? { channel_id: channel.id } : {}),
    ...(alert === null ? {} : { alert_system_message_id: alert }),
    content: text,
    matched_keyword: match.keyword,
    matched_content: match.content,
  };
  parts.bus.dispatch('AUTO_MODERATION_ACTION_EXECUTION', data, { guild_id: member.guild_id });
  writeAudit(parts, {
    guild_id: member.guild_id,
    action_type: AUDITED[action.type],
    user_id: member.user_id,
    target_id: member.user_id,
    reason: null,
    options: {
      auto_moderation_rule_name: rule.name,
      auto_moderation_rule_trigger_type: String(rule.trigger_type),
      ...(channel ? { channel_id: channel.id } : {}),
    },
  });
}

function timeOut(parts: Parts, member: MemberRecord, seconds: number): void {
  const until = isoTime(parts.world.clock() + seconds * 1_000);
  updateMember(parts, member, { communication_disabled_until: until });
}

/** Tells the moderators, in the channel that the rule names. Gives the message's id. */
function raiseAlert(
  parts: Parts,
  { member, text, channel }: Deed,
  rule: AutoModerationRecord,
  action: APIAutoModerationAction,
  match: Match,
): string | null {
  const place = parts.world.channels.get(action.metadata?.channel_id ?? '');
  if (!place) return null;
  const fields = {
    rule_name: rule.name,
    decision_id: parts.world.snowflakes.next(),
    ...(channel ? { channel_id: channel.id } : {}),
    ...(match.keyword === null ? {} : { keyword: match.keyword }),
    ...(match.content === null ? {} : { keyword_matched_content: match.content }),
  };
  const embed = {
    type: 'auto_moderation_message',
    description: text,
    fields: Object.entries(fields).map(([name, value]) => ({ name, value, inline: false })),
  } as unknown as APIEmbed;
  const origin = { authorId: member.user_id, type: MessageType.AutoModerationAction };
  return createMessage(parts, place, { ...NO_DRAFT, embeds: [embed] }, origin).id;
}
