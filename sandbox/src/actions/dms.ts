import { ChannelType } from 'discord-api-types/v10';
import type { Parts } from '../world/parts.js';
import { refuse } from '../errors.js';
import type { ChannelRecord } from '../world/records.js';

/** The direct-message channel with a user; made if there is none. 50033 for an unknown user, oneself and bots. */
export function openDm({ world }: Pick<Parts, 'world'>, botId: string, recipientId: string): ChannelRecord {
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
