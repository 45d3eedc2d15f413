import { emojisOf } from '../shapes/emoji.js';
import type { EmojiRecord } from '../world/records.js';
import type { Parts } from '../world/parts.js';

/** Makes an emoji and announces it, if it is a server's. */
export function createEmoji(parts: Parts, fields: Omit<EmojiRecord, 'id'>): EmojiRecord {
  const emoji = parts.world.emojis.put({ ...fields, id: parts.world.snowflakes.next() });
  announce(parts, emoji);
  return emoji;
}

/** Changes an emoji and announces it. */
export function updateEmoji(parts: Parts, emoji: EmojiRecord, fields: Partial<EmojiRecord>): EmojiRecord {
  const changed = parts.world.emojis.patch(emoji, fields);
  announce(parts, changed);
  return changed;
}

/** Removes an emoji and announces it; reactions and messages with it stay. */
export function deleteEmoji(parts: Parts, emoji: EmojiRecord): void {
  parts.world.emojis.delete(emoji.id);
  announce(parts, emoji);
}

/** Discord sends all of a server's emojis whenever one of them changes. */
function announce({ world, bus }: Parts, { guild_id }: EmojiRecord): void {
  if (guild_id === null) return;
  bus.dispatch('GUILD_EMOJIS_UPDATE', { guild_id, emojis: emojisOf(world, guild_id) }, { guild_id });
}
