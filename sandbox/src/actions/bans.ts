import { requireUser, userShape } from '../shapes/user.js';
import type { BanRecord } from '../world/records.js';
import { snowflakeTime } from '../world/snowflake.js';
import { memberId } from '../world/world.js';
import { removeMember } from './members.js';
import { deleteMessages } from './messages.js';
import type { Parts } from '../world/parts.js';

/** Bans a user: their membership ends, and so do their messages of the last `seconds`. */
export function banUser(parts: Parts, ban: Omit<BanRecord, 'id'>, seconds: number): void {
  const { world, bus } = parts;
  world.bans.put({ ...ban, id: memberId(ban.guild_id, ban.user_id) });
  const member = world.members.get(memberId(ban.guild_id, ban.user_id));
  bus.dispatch('GUILD_BAN_ADD', dataOf(parts, ban), ban);
  if (member) removeMember(parts, member);
  if (seconds === 0) return;
  const since = world.clock() - seconds * 1_000;
  for (const channel of world.channelsByGuild.of(ban.guild_id)) {
    const written = world.messagesByChannel
      .of(channel.id)
      .filter((m) => m.author_id === ban.user_id && snowflakeTime(m.id) >= since);
    deleteMessages(parts, channel, written);
  }
}

/** Lets a banned user join again. */
export function unbanUser(parts: Parts, ban: BanRecord): void {
  parts.world.bans.delete(ban.id);
  parts.bus.dispatch('GUILD_BAN_REMOVE', dataOf(parts, ban), ban);
}

function dataOf(
  { world }: Parts,
  ban: Omit<BanRecord, 'id'>,
): { guild_id: string; user: ReturnType<typeof userShape> } {
  return { guild_id: ban.guild_id, user: userShape(requireUser(world, ban.user_id)) };
}
