import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refuse } from '../errors.js';
import type { Reader } from '../validation/reader.js';
import type {
  OnboardingOption,
  OnboardingPrompt,
  OnboardingSettings,
  WelcomeScreenSettings,
} from '../world/community-records.js';
import type { GuildRecord } from '../world/records.js';
import type { World } from '../world/world.js';
import { everyonePermissions } from './permissions.js';

/** What onboarding needs to be on: channels for everybody, and among them some in which everybody may write. */
const DEFAULT_CHANNELS = 7;
const OPEN_CHANNELS = 5;
const BLANK: OnboardingSettings = { prompts: [], default_channel_ids: [], enabled: false, mode: 0 };

/** A server's onboarding as it is. */
export function onboardingOf({ community }: GuildRecord): OnboardingSettings {
  return community?.onboarding ?? BLANK;
}

/** Reads the body of a change of the onboarding: only the fields it names. */
export function readOnboarding(world: World, guild: GuildRecord, body: Reader): OnboardingSettings {
  const before = onboardingOf(guild);
  const ids = body.snowflakes('default_channel_ids', { max: 500 });
  const enabled = body.boolean('enabled', { nullable: true });
  const mode = body.integer('mode', { nullable: true, choices: [0, 1] });
  const known = new Set(before.prompts.map((prompt) => prompt.id));
  const prompts = body
    .objects('prompts', { max: 15 })
    ?.map((prompt) => readPrompt(world, guild, prompt, known));
  if (ids?.some((id) => world.channels.get(id)?.guild_id !== guild.id))
    body.fault('default_channel_ids', 'CHANNEL_INVALID', 'Channel is invalid.');
  body.issues.refuseIfAny();
  const after = {
    prompts: prompts ?? before.prompts,
    default_channel_ids: ids ? [...new Set(ids)] : before.default_channel_ids,
    enabled: enabled ?? before.enabled,
    mode: mode ?? before.mode,
  };
  if (after.enabled && !isEnough(world, after)) throw refuse(before.enabled ? 350001 : 350000);
  return after;
}

/** In the advanced mode the channels that prompts lead to count, too. */
function isEnough(
  world: World,
  { mode, default_channel_ids: defaults, prompts }: OnboardingSettings,
): boolean {
  const asked = prompts.flatMap((prompt) => prompt.options.flatMap((option) => option.channel_ids));
  const counted = [...new Set(mode === 1 ? [...defaults, ...asked] : defaults)];
  const open = counted.filter((id) => {
    const channel = world.channels.get(id);
    const needed = P.ViewChannel | P.SendMessages;
    return channel && (everyonePermissions(world, channel) & needed) === needed;
  });
  return counted.length >= DEFAULT_CHANNELS && open.length >= OPEN_CHANNELS;
}

/** A prompt that is not there yet comes with an id that stands for none; it gets one of its own. */
function readPrompt(world: World, guild: GuildRecord, prompt: Reader, known: Set<string>): OnboardingPrompt {
  const id = prompt.snowflake('id', { required: true }) ?? '';
  return {
    id: known.has(id) ? id : world.snowflakes.next(),
    title: prompt.string('title', { required: true, min: 1, max: 100 }) ?? '',
    type: prompt.integer('type', { nullable: true, choices: [0, 1] }) ?? 0,
    single_select: prompt.boolean('single_select', { nullable: true }) ?? false,
    required: prompt.boolean('required', { nullable: true }) ?? false,
    in_onboarding: prompt.boolean('in_onboarding', { nullable: true }) ?? true,
    options: (prompt.objects('options', { required: true, min: 1, max: 50 }) ?? []).map((option) =>
      readOption(world, guild, option),
    ),
  };
}

function readOption(world: World, guild: GuildRecord, option: Reader): OnboardingOption {
  const roles = option.snowflakes('role_ids', { max: 50 }) ?? [];
  const channels = option.snowflakes('channel_ids', { max: 50 }) ?? [];
  if (roles.length + channels.length === 0)
    option.fault('role_ids', 'BASE_TYPE_REQUIRED', 'An option needs roles or channels.');
  if (roles.some((id) => world.roles.get(id)?.guild_id !== guild.id))
    option.fault('role_ids', 'ROLE_INVALID', 'Role is invalid.');
  return {
    id: option.snowflake('id', { nullable: true }) ?? world.snowflakes.next(),
    title: option.string('title', { required: true, min: 1, max: 50 }) ?? '',
    description: option.string('description', { nullable: true, max: 100 }) ?? '',
    emoji: {
      id: option.snowflake('emoji_id', { nullable: true }) ?? null,
      name: option.string('emoji_name', { nullable: true, max: 100 }) ?? null,
      animated: option.boolean('emoji_animated', { nullable: true }) ?? false,
    },
    role_ids: roles,
    channel_ids: channels,
  };
}

/** Reads the body of a change of the welcome screen: only the fields it names. */
export function readWelcomeScreen(world: World, guild: GuildRecord, body: Reader): WelcomeScreenSettings {
  const before = guild.community?.welcome_screen;
  const description = body.string('description', { nullable: true, max: 140 });
  const enabled = body.boolean('enabled', { nullable: true });
  const channels = body.objects('welcome_channels', { max: 5 })?.map((entry) => {
    const channelId = entry.snowflake('channel_id', { required: true }) ?? '';
    if (world.channels.get(channelId)?.guild_id !== guild.id)
      entry.fault('channel_id', 'CHANNEL_INVALID', 'Channel is invalid.');
    return {
      channel_id: channelId,
      description: entry.string('description', { required: true, min: 1, max: 50 }) ?? '',
      emoji_id: entry.snowflake('emoji_id', { nullable: true }) ?? null,
      emoji_name: entry.string('emoji_name', { nullable: true }) ?? null,
    };
  });
  body.issues.refuseIfAny();
  return {
    enabled: enabled ?? before?.enabled ?? false,
    description: description === undefined ? (before?.description ?? null) : description,
    welcome_channels: channels ?? before?.welcome_channels ?? [],
  };
}
