import type { APIEmoji } from 'discord-api-types/v10';
import type { EmojiRecord } from '../world/records.js';
import type { World } from '../world/world.js';
import { requireUser, userShape } from './user.js';

/** An emoji of a server or of the application in Discord's own form. `withUser`: for those who may manage it. */
export function emojiShape(world: World, emoji: EmojiRecord, withUser = false): APIEmoji & { id: string } {
  return {
    id: emoji.id,
    name: emoji.name,
    roles: emoji.roles,
    require_colons: true,
    managed: false,
    animated: emoji.animated,
    available: true,
    ...(withUser ? { user: userShape(requireUser(world, emoji.user_id)) } : {}),
  };
}

/** All emojis of a server. */
export function emojisOf(world: World, guildId: string): (APIEmoji & { id: string })[] {
  return world.emojisByOwner.of(guildId).map((emoji) => emojiShape(world, emoji));
}
