import { refuse } from '../errors.js';
import { MOST_INT32, Reader } from '../validation/reader.js';
import type { ChannelRecord, GuildRecord } from '../world/records.js';
import type { World } from '../world/world.js';
import { checkParent } from './channels.js';

/** Where a channel shall stand. Undefined fields stay as they are. */
export interface Move {
  channel: ChannelRecord;
  position: number | undefined;
  parentId: string | null | undefined;
  /** Whether it takes the overwrites of its new category. */
  lock: boolean;
}

/** Reads the list of moves of a guild's channels; 10003 for a channel that is not the guild's, or is a thread. */
export function readMoves(world: World, guild: GuildRecord, body: unknown): Move[] {
  const { readers, issues } = Reader.listOf(body);
  const read = readers.map((reader) => ({
    id: reader.snowflake('id', { required: true }) ?? '',
    position: reader.integer('position', { nullable: true, min: 0, max: MOST_INT32 }) ?? undefined,
    parentId: reader.snowflake('parent_id', { nullable: true }),
    lock: reader.boolean('lock_permissions', { nullable: true }) ?? false,
  }));
  issues.refuseIfAny();
  return read.map(({ id, ...move }) => {
    const channel = world.channels.get(id);
    if (channel?.guild_id !== guild.id || channel.thread) throw refuse(10003);
    if (move.parentId && move.parentId !== channel.parent_id) checkParent(world, guild, move.parentId);
    return { ...move, channel };
  });
}
