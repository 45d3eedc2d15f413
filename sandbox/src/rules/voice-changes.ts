import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refuse } from '../errors.js';
import type { Reader } from '../validation/reader.js';
import type { ChannelRecord, GuildRecord } from '../world/records.js';
import type { VoiceStateRecord } from '../world/voice-records.js';
import { memberId, type World } from '../world/world.js';
import { demand } from './access.js';
import { channelPermissions, guildPermissions } from './permissions.js';
import { findVoiceChannel } from './voice.js';

/** What shall happen to somebody in a voice channel. */
export interface VoiceChange {
  state: VoiceStateRecord;
  /** The channel to move to; null: out of voice; undefined: none. */
  place: ChannelRecord | null | undefined;
  flags: Partial<Pick<VoiceStateRecord, 'mute' | 'deaf'>>;
}

/** Reads what a member's edit says of voice; null when nothing. 40032 for somebody who is in no channel. */
export function readVoiceChange(
  world: World,
  guild: GuildRecord,
  { actorId, userId }: { actorId: string; userId: string },
  body: Reader,
): VoiceChange | null {
  const mute = body.boolean('mute', { nullable: true });
  const deaf = body.boolean('deaf', { nullable: true });
  const channelId = body.snowflake('channel_id', { nullable: true });
  body.issues.refuseIfAny();
  const flags = {
    ...(typeof mute === 'boolean' ? { mute } : {}),
    ...(typeof deaf === 'boolean' ? { deaf } : {}),
  };
  if (channelId === undefined && Object.keys(flags).length === 0) return null;
  const has = guildPermissions(world, guild, actorId);
  if ('mute' in flags) demand(has, P.MuteMembers);
  if ('deaf' in flags) demand(has, P.DeafenMembers);
  if (channelId !== undefined) demand(has, P.MoveMembers);
  const place = typeof channelId === 'string' ? findVoiceChannel(world, guild, channelId) : channelId;
  // The mover must be able to enter the channel, too; the one who is moved need not.
  if (place) demand(channelPermissions(world, place, actorId), P.ViewChannel | P.Connect);
  const state = world.voiceStates.get(memberId(guild.id, userId));
  if (!state) throw refuse(40032);
  return { state, place, flags };
}
