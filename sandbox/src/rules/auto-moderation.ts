import {
  AutoModerationActionType as Action,
  AutoModerationRuleEventType as Event,
  AutoModerationRuleTriggerType as Trigger,
  PermissionFlagsBits as P,
  type APIAutoModerationAction,
  type APIAutoModerationRuleTriggerMetadata,
} from 'discord-api-types/v10';
import { unknownPath } from '../errors.js';
import { invalid } from '../validation/issues.js';
import type { Reader } from '../validation/reader.js';
import type { AutoModerationRecord } from '../world/community-records.js';
import type { GuildRecord } from '../world/records.js';
import type { World } from '../world/world.js';
import { demand } from './access.js';
import { guildPermissions } from './permissions.js';

/** How many rules of each kind a server may have. */
const MOST: Partial<Record<Trigger, number>> = {
  [Trigger.Keyword]: 6,
  [Trigger.Spam]: 1,
  [Trigger.KeywordPreset]: 1,
  [Trigger.MentionSpam]: 1,
  [Trigger.MemberProfile]: 1,
};
const TRIGGERS: readonly Trigger[] = Object.keys(MOST).map(Number);
/** Rules that can time their author out. */
const WITH_TIMEOUT = [Trigger.Keyword, Trigger.MentionSpam];
const LONGEST_TIMEOUT = 2_419_200;
const DEFAULT_MENTIONS = 20;

/** A server's rule; Discord tells no code of its own for one that is not there. */
export function findRule(world: World, guild: GuildRecord, ruleId: string): AutoModerationRecord {
  const rule = world.autoModeration.get(ruleId);
  if (rule?.guild_id !== guild.id) throw unknownPath();
  return rule;
}

type Fields = Omit<AutoModerationRecord, 'id' | 'guild_id' | 'creator_id'>;

/** Reads the body of a new rule. */
export function readNewRule(world: World, guild: GuildRecord, userId: string, body: Reader): Fields {
  const trigger: Trigger =
    body.integer('trigger_type', { required: true, choices: TRIGGERS }) ?? Trigger.Keyword;
  const blank: Fields = {
    name: '',
    event_type: Event.MessageSend,
    trigger_type: trigger,
    trigger_metadata: {},
    actions: [],
    enabled: false,
    exempt_roles: [],
    exempt_channels: [],
  };
  const fields = readFields(blank, body, true);
  checkActions(world, guild, userId, fields);
  const others = world.autoModeration.byGuild.of(guild.id).filter((rule) => rule.trigger_type === trigger);
  if (others.length >= (MOST[trigger] ?? 0)) {
    const text = 'Maximum number of rules of this trigger type reached';
    throw invalid([], 'AUTO_MODERATION_MAX_RULES_OF_TYPE_EXCEEDED', text);
  }
  return fields;
}

/** Reads the body of a rule's edit: only the fields it names. Of what it is triggered by stays. */
export function readRuleChange(
  world: World,
  guild: GuildRecord,
  userId: string,
  rule: AutoModerationRecord,
  body: Reader,
): Fields {
  const fields = readFields(rule, body, false);
  checkActions(world, guild, userId, fields);
  return fields;
}

function readFields(before: Fields, body: Reader, isNew: boolean): Fields {
  const name = body.string('name', { required: isNew, max: 100 });
  const event = body.integer('event_type', { required: isNew, choices: [1, 2] });
  const enabled = body.boolean('enabled', { nullable: true });
  const actions = body.objects('actions', { min: 1, max: 5 })?.map(readAction);
  const roles = body.snowflakes('exempt_roles', { max: 20 });
  const channels = body.snowflakes('exempt_channels', { max: 50 });
  const metadata = readMetadata(before, body);
  body.issues.refuseIfAny();
  return {
    name: name ?? before.name,
    event_type: event ?? before.event_type,
    trigger_type: before.trigger_type,
    trigger_metadata: metadata,
    actions: actions ?? (isNew ? [{ type: Action.BlockMessage, metadata: {} }] : before.actions),
    enabled: enabled ?? before.enabled,
    exempt_roles: roles ?? before.exempt_roles,
    exempt_channels: channels ?? before.exempt_channels,
  };
}

function readAction(action: Reader): APIAutoModerationAction {
  const type: Action =
    action.integer('type', { required: true, choices: [1, 2, 3, 4] }) ?? Action.BlockMessage;
  const metadata = action.object('metadata', { nullable: true });
  if (type === Action.SendAlertMessage) {
    if (!metadata) action.fault('metadata', 'BASE_TYPE_REQUIRED', 'This field is required');
    return { type, metadata: { channel_id: metadata?.snowflake('channel_id', { required: true }) ?? '' } };
  }
  if (type === Action.Timeout) {
    const seconds = metadata?.integer('duration_seconds', { nullable: true, min: 0, max: LONGEST_TIMEOUT });
    return { type, metadata: { duration_seconds: seconds ?? 60 } };
  }
  const text = metadata?.string('custom_message', { nullable: true, max: 300 });
  return { type, metadata: typeof text === 'string' && text !== '' ? { custom_message: text } : {} };
}

function readMetadata(before: Fields, body: Reader): APIAutoModerationRuleTriggerMetadata {
  const old = before.trigger_metadata;
  const given = body.object('trigger_metadata', { nullable: true });
  if (before.trigger_type === Trigger.KeywordPreset) {
    return {
      presets: given?.list('presets')?.map(Number) ?? old.presets ?? [],
      allow_list: texts(given, 'allow_list', 1_000, 60) ?? old.allow_list ?? [],
    };
  }
  if (before.trigger_type === Trigger.MentionSpam) {
    const limit = given?.integer('mention_total_limit', { nullable: true, min: 0, max: 50 });
    const raids = given?.boolean('mention_raid_protection_enabled', { nullable: true });
    return {
      mention_total_limit: limit ?? old.mention_total_limit ?? DEFAULT_MENTIONS,
      mention_raid_protection_enabled: raids ?? old.mention_raid_protection_enabled ?? false,
    };
  }
  if (before.trigger_type === Trigger.Spam) return {};
  const patterns = texts(given, 'regex_patterns', 10, 260);
  const wrong = patterns?.find((pattern) => !isPattern(pattern));
  if (wrong !== undefined)
    given?.fault('regex_patterns', 'AUTO_MODERATION_INVALID_REGEX', 'Invalid regex pattern.');
  return {
    keyword_filter: texts(given, 'keyword_filter', 1_000, 60) ?? old.keyword_filter ?? [],
    regex_patterns: patterns ?? old.regex_patterns ?? [],
    allow_list: texts(given, 'allow_list', 100, 60) ?? old.allow_list ?? [],
  };
}

function texts(
  given: Reader | null | undefined,
  field: string,
  max: number,
  longest: number,
): string[] | undefined {
  const list = given?.list(field, { max })?.map(String);
  if (list?.some((text) => text === '' || text.length > longest))
    given?.fault(field, 'BASE_TYPE_BAD_LENGTH', `Must be between 1 and ${longest} in length.`);
  return list;
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'i') instanceof RegExp;
  } catch {
    return false;
  }
}

/** Refuses actions that do not go with the rule, that lead nowhere, or that one may not take oneself. */
function checkActions(world: World, guild: GuildRecord, userId: string, rule: Fields): void {
  for (const [i, action] of rule.actions.entries()) {
    const timesOut = action.type === Action.Timeout;
    if (timesOut) demand(guildPermissions(world, guild, userId), P.ModerateMembers);
    const fits =
      action.type === Action.BlockMemberInteraction
        ? rule.trigger_type === Trigger.MemberProfile
        : !timesOut || WITH_TIMEOUT.includes(rule.trigger_type);
    if (!fits) {
      const text = 'This action type cannot be used with this trigger type.';
      throw invalid(['actions', i, 'type'], 'AUTO_MODERATION_INVALID_ACTION_TYPE', text);
    }
    const place = action.type === Action.SendAlertMessage ? action.metadata?.channel_id : undefined;
    if (place !== undefined && world.channels.get(place)?.guild_id !== guild.id)
      throw invalid(['actions', i, 'metadata', 'channel_id'], 'CHANNEL_INVALID', 'Channel is invalid.');
  }
}
