import { soundShape } from '../shapes/expressions.js';
import { isObject } from '../validation/reader.js';
import { toSnowflake } from '../world/snowflake.js';
import { memberId, type World } from '../world/world.js';
import { shardOf } from './intents.js';
import type { Session } from './session.js';

/**
 * Tells the sounds of each server that is asked for; of one that the bot is not in, or another shard's, nothing comes. False
 * for a payload of the wrong form.
 */
export function answerSoundRequest(world: World, session: Session, botId: string, d: unknown): boolean {
  if (!isObject(d) || !Array.isArray(d['guild_ids'])) return false;
  const asked = new Set((d['guild_ids'] as unknown[]).map((id) => toSnowflake(id)));
  for (const guildId of asked) {
    if (guildId === null || !world.members.has(memberId(guildId, botId))) continue;
    if (shardOf(guildId, session.shard[1]) !== session.shard[0]) continue;
    const sounds = world.sounds.byGuild.of(guildId).map((sound) => soundShape(world, sound));
    session.dispatch('SOUNDBOARD_SOUNDS', { guild_id: guildId, soundboard_sounds: sounds });
  }
  return true;
}
