import { ChannelType, Locale } from 'discord-api-types/v10';
import { readImage } from '../validation/image.js';
import type { Reader } from '../validation/reader.js';
import type { GuildRecord } from '../world/records.js';
import type { World } from '../world/world.js';
import { checkCommunity, readFeatures, readPictures } from './guild-features.js';

type Settings = NonNullable<GuildRecord['settings']>;

/** Settings that are one of a few numbers. */
const CHOICES: Readonly<Record<string, readonly number[]>> = {
  verification_level: [0, 1, 2, 3, 4],
  default_message_notifications: [0, 1],
  explicit_content_filter: [0, 1, 2],
  afk_timeout: [60, 300, 900, 1_800, 3_600],
};

const COMMUNITY_CHANNELS = ['rules_channel_id', 'public_updates_channel_id', 'safety_alerts_channel_id'];

/** Reads the body of a guild's edit: only the fields it names. */
export function readGuildChange(world: World, guild: GuildRecord, body: Reader): Partial<GuildRecord> {
  const name = body.string('name', { min: 2, max: 100 });
  const description = body.string('description', { nullable: true, max: 300 });
  const icon = readImage(body, 'icon');
  const locale = body.string('preferred_locale', { nullable: true });
  if (typeof locale === 'string' && !(Object.values(Locale) as string[]).includes(locale))
    body.fault('preferred_locale', 'BASE_TYPE_CHOICES', 'Value must be a locale of Discord.');
  const system = readChannel(world, guild, body, 'system_channel_id', ChannelType.GuildText);
  const afk = readChannel(world, guild, body, 'afk_channel_id', ChannelType.GuildVoice);
  const flags = body.integer('system_channel_flags', { nullable: true, min: 0 });
  const bar = body.boolean('premium_progress_bar_enabled', { nullable: true });
  const features = readFeatures(guild, body);
  const settings: Settings = {
    ...guild.settings,
    ...readChoices(body),
    ...readPictures(guild, body),
    ...readCommunityChannels(world, guild, body),
    ...(features ? { features } : {}),
    ...(bar === undefined ? {} : { premium_progress_bar_enabled: bar ?? false }),
    ...(afk === undefined ? {} : { afk_channel_id: afk }),
    ...(typeof flags === 'number' ? { system_channel_flags: flags } : {}),
  };
  checkCommunity(settings, body);
  body.issues.refuseIfAny();
  return {
    settings,
    ...(typeof name === 'string' ? { name } : {}),
    ...(description === undefined ? {} : { description: description === '' ? null : description }),
    ...(icon === undefined ? {} : { icon }),
    ...(locale === undefined ? {} : { preferred_locale: (locale ?? Locale.EnglishUS) as Locale }),
    ...(system === undefined ? {} : { system_channel_id: system }),
  };
}

/** null sets a choice back to its first value. */
function readChoices(body: Reader): Settings {
  const entries = Object.entries(CHOICES).flatMap(([field, choices]) => {
    const value = body.integer(field, { nullable: true, choices });
    return value === undefined ? [] : [[field, value ?? choices[0] ?? 0] as const];
  });
  return Object.fromEntries(entries);
}

function readCommunityChannels(world: World, guild: GuildRecord, body: Reader): Settings {
  const read = COMMUNITY_CHANNELS.flatMap((field) => {
    const id = readChannel(world, guild, body, field, ChannelType.GuildText);
    return id === undefined ? [] : [[field, id] as const];
  });
  return Object.fromEntries(read);
}

function readChannel(
  world: World,
  guild: GuildRecord,
  body: Reader,
  field: string,
  type: ChannelType,
): string | null | undefined {
  const id = body.snowflake(field, { nullable: true });
  if (id === undefined || id === null) return id;
  const channel = world.channels.get(id);
  if (channel?.guild_id === guild.id && channel.type === type) return id;
  body.fault(field, 'CHANNEL_INVALID', 'Channel is invalid.');
  return undefined;
}
