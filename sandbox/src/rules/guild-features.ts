import { featuresOf } from '../shapes/guild.js';
import { shown, type Reader } from '../validation/reader.js';
import { readImage } from '../validation/image.js';
import type { GuildRecord } from '../world/records.js';

/** What a server can switch on and off itself. All else it is given by Discord. */
const SWITCHES = ['COMMUNITY', 'INVITES_DISABLED', 'RAID_ALERTS_DISABLED'];
/** Channels without which there is no community server. */
const NEEDED = ['rules_channel_id', 'public_updates_channel_id'];
/** Pictures that need a feature. */
const PICTURES: Readonly<Record<string, string>> = {
  splash: 'INVITE_SPLASH',
  banner: 'BANNER',
  discovery_splash: 'DISCOVERABLE',
  home_header: 'COMMUNITY',
};

/** Reads which features a server is to have; those that it cannot switch stay as they are. */
export function readFeatures(guild: GuildRecord, body: Reader): string[] | undefined {
  const given = body.list('features');
  if (!given) return undefined;
  for (const [i, name] of given.entries())
    if (typeof name !== 'string')
      body.issues.add(
        ['features', i],
        'STRING_TYPE_CONVERT',
        `Could not interpret "${shown(name)}" as string.`,
      );
  const fixed = ownFeatures(guild).filter((name) => !SWITCHES.includes(name));
  return [...fixed, ...SWITCHES.filter((name) => given.includes(name))];
}

/** Notes what a community server lacks. */
export function checkCommunity(settings: NonNullable<GuildRecord['settings']>, body: Reader): void {
  const features = (settings['features'] ?? []) as string[];
  if (!features.includes('COMMUNITY')) return;
  for (const field of NEEDED)
    if (!settings[field]) body.fault(field, 'BASE_TYPE_REQUIRED', 'This field is required');
}

/** Whether a community server needs a channel. */
export function isNeeded(guild: GuildRecord | undefined, channelId: string): boolean {
  if (!guild || !ownFeatures(guild).includes('COMMUNITY')) return false;
  return NEEDED.some((field) => guild.settings?.[field] === channelId);
}

/** Reads the pictures of a server; one for which it lacks the feature is passed over, as at Discord. */
export function readPictures(guild: GuildRecord, body: Reader): NonNullable<GuildRecord['settings']> {
  const has = featuresOf(guild);
  const read = Object.entries(PICTURES).flatMap(([field, feature]) => {
    const hash = has.includes(feature) ? readImage(body, field) : undefined;
    return hash === undefined ? [] : [[field, hash] as const];
  });
  return Object.fromEntries(read);
}

function ownFeatures({ settings }: GuildRecord): string[] {
  return (settings?.['features'] ?? []) as string[];
}
