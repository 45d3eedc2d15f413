import { ChannelType } from 'discord-api-types/v10';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import type { ChannelRecord } from '../world/records.js';
import type { World } from '../world/world.js';
import { memberId } from '../world/world.js';

/** The direct-message channel with a user; made if there is none. 50033 for nobody, oneself and bots. */
export function openDm({ world }: Pick<Context, 'world'>, botId: string, recipientId: string): ChannelRecord {
  const recipient = world.users.get(recipientId);
  if (!recipient || recipient.bot || recipientId === botId) throw refuse(50033);
  const existing = world.dmChannels.of(recipientId)[0];
  if (existing) return existing;
  return world.channels.put({
    id: world.snowflakes.next(),
    guild_id: null,
    type: ChannelType.DM,
    name: '',
    topic: null,
    position: 0,
    parent_id: null,
    permission_overwrites: [],
    nsfw: false,
    rate_limit_per_user: 0,
    bitrate: 0,
    user_limit: 0,
    last_message_id: null,
    last_pin_timestamp: null,
    recipient_id: recipientId,
    thread: null,
  });
}

/** Refuses (50007) to write to somebody who takes no direct messages or shares no server with the bot. */
export function checkDm(world: World, botId: string, channel: ChannelRecord): void {
  const recipient = world.users.get(channel.recipient_id ?? '');
  const shared =
    recipient &&
    world.membersByUser.of(recipient.id).some((m) => world.members.has(memberId(m.guild_id, botId)));
  if (!recipient?.dms_open || !shared) throw refuse(50007);
}
